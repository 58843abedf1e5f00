// What a person sees of a page, asked for by what stands on it: words, labels, legends. No path of the markup is known
// here beyond what WCAG and the contract of the web app name.
const words = (thing) => (thing.getAttribute("aria-label") || thing.innerText || "").replace(/\s+/g, " ").trim();
const shown = (thing) => thing.checkVisibility({ visibilityProperty: true });
const named = (things, name) => {
  const seen = things.filter(shown);
  const same = seen.filter((thing) => words(thing) === name);
  return same.length ? same : seen.filter((thing) => words(thing).startsWith(name));
};
const all = (what, within = document) => [...within.querySelectorAll(what)];

// A link, a button or a summary, by its words.
const pressable = (name) => named(all("a[href], button, summary"), name);
const firstPressable = (name) => pressable(name).slice(0, 1);
// A field, by its label.
const field = (name) => named(all("label"), name).map((label) => label.control).filter(Boolean);
// A choice, by the question over it and its own words.
const choice = (question, name) => named(all("legend"), question)
  .flatMap((legend) => named(all("label", legend.parentElement), name)).map((label) => label.control);
// A choice of a list, by the list's label.
const option = (name, which) => field(name).flatMap((list) => all("option", list)
  .filter((each) => each.label === which));

const onlyOne = (found, what) => {
  if (found.length === 1) return found[0];
  const there = all("h1, a[href], button, summary, legend, label").filter(shown).map(words).join(" | ");
  throw new Error(`${found.length} of ${what}; there are: ${there}`);
};

// What is wrong with a page, whatever it is about.
const faults = () => {
  const found = [];
  const root = document.documentElement;
  if (all("h1").length !== 1) found.push(`${all("h1").length} headings of level 1`);
  const skip = document.querySelector("a[href='#main']");
  if (!skip || !document.getElementById("main")) found.push("no skip link");
  if (all("form[action='/leave'] button").filter(shown).length !== 1) found.push("no way to leave");
  if (all("header a[href='/help']").filter(shown).length !== 1) found.push("no way to help");
  if (root.scrollWidth > root.clientWidth) {
    const wide = all("body *").filter((thing) => thing.getBoundingClientRect().right > root.clientWidth + 1)
      .map((thing) => `${thing.tagName} "${words(thing).slice(0, 40)}"`).slice(0, 4);
    found.push(`wider than the window: ${root.scrollWidth} > ${root.clientWidth}: ${wide.join(", ")}`);
  }
  if (!/^\p{Lu}[\p{Ll}\p{Lu} -]+ · Halflight$/u.test(document.title)) found.push(`the title "${document.title}"`);
  if (location.search && location.pathname !== "/help") found.push(`something in the address: ${location.search}`);
  return found;
};

// Words that are cut: wider than the thing that holds them, where that hides what sticks out.
const cut = () => all("body *").filter((thing) => shown(thing) && thing.innerText && !thing.classList.contains("unseen"))
  .filter((thing) => /hidden|clip/.test(getComputedStyle(thing).overflowX) && thing.scrollWidth > thing.clientWidth + 1)
  .map((thing) => `${thing.tagName} "${words(thing).slice(0, 40)}"`);

// Where the keyboard is: at the thing, or at the first of its group; and whether one can see it.
const keyboard = (thing) => {
  const here = document.activeElement;
  const there = here === thing;
  const group = !there && here.type === "radio" && here.name === thing.name && here.form === thing.form;
  if (here === document.body || here === document.getElementById("main")) return { there, group, faults: [] };
  const what = `${here.tagName} "${words(here) || here.name || here.value}"`;
  const ring = (one) => {
    const style = one && getComputedStyle(one);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const found = [];
  const drawn = ring(here) || (getComputedStyle(here).opacity === "0" && ring(here.nextElementSibling));
  if (!drawn) found.push(`no ring around ${what}`);
  const box = here.getClientRects()[0];
  const within = (value, most) => Math.min(Math.max(value, 1), most - 1);
  const x = within(box.left + Math.min(box.width / 2, 40), innerWidth), y = within(box.top + Math.min(box.height / 2, 20), innerHeight);
  const top = document.elementFromPoint(x, y);
  const free = top && (here.contains(top) || top.contains(here) && top.tagName === "LABEL" || top.control === here || top.closest("label")?.control === here);
  if (!free) found.push(`${what} lies under ${top ? top.tagName + " \"" + words(top).slice(0, 30) + "\"" : "nothing"} at ${Math.round(x)}, ${Math.round(y)}`);
  return { there, group, faults: found, what };
};
