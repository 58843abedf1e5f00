// Comfort only: every page works without it. The quick exit, the lock after a while, the end of ten minutes.
"use strict";
(() => {
  const send = (path, body) => fetch(path, { method: "POST", body, keepalive: true, redirect: "manual" })
    .then((answer) => { if (answer.type !== "opaqueredirect" && !answer.ok) throw new Error(String(answer.status)); });

  // Leaving: the page is blank at once, its place in the history goes to a neutral page, the app locks behind it.
  const leave = () => {
    // What is half written is sealed on the way; nobody waits for it long.
    const sealed = Promise.race([keep(), new Promise((done) => setTimeout(done, 400))]);
    document.title = document.querySelector("[data-leave]")?.dataset.leave || "";
    document.body.replaceChildren();
    document.body.className = "";
    sealed.then(() => send("/leave", new URLSearchParams())).catch(() => {})
      .finally(() => location.replace("/measures"));
    setTimeout(() => location.replace("/measures"), 1200);
  };
  document.querySelectorAll("[data-leave]").forEach((button) =>
    button.form.addEventListener("submit", (event) => { event.preventDefault(); leave(); }));
  const presses = { Escape: [], Shift: [] };
  addEventListener("keydown", (event) => {
    const times = presses[event.key];
    if (event.repeat) return;
    // Whoever types capitals presses Shift often; only presses with nothing between them are meant.
    if (!times) { presses.Escape.length = presses.Shift.length = 0; return; }
    const now = Date.now();
    times.push(now);
    while (now - times[0] > 5000) times.shift();
    if (times.length >= 3) leave();
  });

  // A page that the browser kept for Back may be of an app that is locked by now: it is asked for anew, unseen.
  addEventListener("pagehide", () => { document.documentElement.hidden = true; });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload(); else document.documentElement.hidden = false;
  });

  // Text not sent yet is sealed before the lock, and once in a while.
  const kept = new Map();
  const keep = async () => {
    const posts = [];
    document.querySelectorAll("form[data-keep]").forEach((form) => {
      const body = new URLSearchParams(new FormData(form));
      const text = body.get("text") || "";
      if (text.trim() && kept.get(form) !== text) {
        kept.set(form, text);
        posts.push(send("/keep", body).catch(() => kept.delete(form)));
      }
    });
    await Promise.all(posts);
  };
  document.querySelectorAll("form[data-keep]").forEach((form) => {
    kept.set(form, new FormData(form).get("text") || "");
    // What is sent is kept by being sent.
    form.addEventListener("submit", () => kept.set(form, new FormData(form).get("text") || ""));
  });
  addEventListener("pagehide", () => { keep(); });

  // The lock: a warning a minute before, and any touch keeps the app open.
  const minutes = Number(document.body.dataset.lockMinutes || 0);
  const idle = document.getElementById("idle");
  if (minutes > 0 && idle) {
    let touched = Date.now(), told = Date.now(), locked = false;
    // A tab that lies idle does not lock a letter that is being written in another.
    const tabs = new BroadcastChannel("tabs");
    tabs.onmessage = () => { touched = Date.now(); if (idle.open) idle.close(); };
    const warn = Math.max(minutes * 60000 - 60000, minutes * 30000);
    const stay = () => {
      touched = told = Date.now();
      if (idle.open) idle.close();
      tabs.postMessage("here");
      send("/stay", new URLSearchParams()).catch(() => {});
    };
    ["keydown", "pointerdown", "input", "scroll"].forEach((sign) => addEventListener(sign, () => {
      if (idle.open) return;
      touched = Date.now();
      if (touched - told > 60000) stay();
    }, { passive: true }));
    idle.querySelector("[data-stay]").addEventListener("click", stay);
    idle.addEventListener("cancel", stay);
    setInterval(async () => {
      const since = Date.now() - touched;
      if (!locked && since >= minutes * 60000) {
        locked = true;
        await keep();
        await send("/lock", new URLSearchParams()).catch(() => {});
        location.replace("/unlock");
      } else if (since >= warn && !idle.open) {
        keep();
        idle.showModal();
      }
    }, 1000);
  }

  // Reading a history in: dropped or chosen, with progress, and cancelled at any moment; nothing is kept by itself.
  document.querySelectorAll("form[data-import]").forEach((form) => {
    const files = form.querySelector("input[type=file]"), drop = form.querySelector(".drop");
    const bar = form.querySelector("[data-progress]"), said = form.querySelector("[data-said]");
    ["dragover", "dragleave", "drop"].forEach((kind) => drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("over-it", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length) files.files = event.dataTransfer.files;
    }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const request = new XMLHttpRequest(), progress = bar.querySelector("progress");
      const over = (text) => { bar.hidden = true; said.textContent = text; };
      // Of several files each has a line of its own; they are sent one after the other.
      const several = files.files.length > 1 ? [...files.files] : [];
      const each = several.map((file) => {
        const line = document.createElement("label"), part = document.createElement("progress");
        [part.max, part.value] = [Math.max(file.size, 1), 0];
        line.append(file.name, " ", part);
        return part;
      });
      const rows = each.map((part) => {
        const row = document.createElement("li");
        row.append(part.parentElement);
        return row;
      });
      bar.querySelector("[data-each]").replaceChildren(...rows);
      request.upload.addEventListener("progress", (sent) => {
        if (sent.lengthComputable && sent.loaded < sent.total) progress.value = sent.loaded / sent.total;
        else progress.removeAttribute("value");
        each.reduce((left, part) => {
          part.value = Math.min(Math.max(left, 0), part.max);
          return left - part.max;
        }, sent.loaded);
      });
      request.addEventListener("load", () => {
        if (request.status < 400 && request.responseURL) location.assign(new URL(request.responseURL).pathname);
        else over(form.dataset.failed);
      });
      request.addEventListener("error", () => over(form.dataset.failed));
      request.addEventListener("abort", () => over(form.dataset.cancelled));
      bar.querySelector("[data-cancel]").onclick = () => request.abort();
      said.textContent = "";
      bar.hidden = false;
      request.open("POST", form.action);
      request.send(new FormData(form));
    });
  });

  // Where a service cannot know the zone, the browser does.
  document.querySelectorAll("select[data-here]").forEach((zones) => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zones.value && [...zones.options].some((zone) => zone.value === here)) zones.value = here;
  });

  // Ten minutes: nothing ticks; when they have passed, a line says so.
  document.querySelectorAll("[data-after-ms]").forEach((line) => {
    setTimeout(() => { line.hidden = false; line.focus({ preventScroll: true }); }, Number(line.dataset.afterMs));
  });
})();
