//! What every store promises, as one suite of tests run over each of them.

use super::*;
use crate::seal::Link;

fn memory() -> Store {
    Store::Memory(Memory::new())
}

async fn sqlite() -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Sqlite::create(&folder.path().join("vault.db")).await.expect("a store");
    (Store::Sqlite(store), folder)
}

async fn postgres() -> Store {
    let pool = sqlx::PgPool::connect(&testbed::shared().database()).await.expect("a database");
    sqlx::raw_sql(postgres::TABLES).execute(&pool).await.expect("tables");
    Store::Postgres(Postgres::new(pool))
}

/// Declares each promise once and tests it over every store.
macro_rules! promises {
    ($($(#[$doc:meta])* $name:ident($store:ident) $body:block)+) => {
        $(mod $name {
            use super::*;

            $(#[$doc])*
            async fn promise(mut $store: Store) $body

            #[test]
            fn in_memory() {
                run(async { promise(memory()).await });
            }

            #[test]
            fn in_sqlite() {
                run(async {
                    let (store, folder) = sqlite().await;
                    promise(store).await;
                    drop(folder);
                });
            }

            #[test]
            fn in_postgres() {
                run(async { promise(postgres().await).await });
            }
        })+
    };
}

pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(future)
}

const ME: Owner = Owner(1);
const OTHER: Owner = Owner(2);

fn head(revision: u64) -> SealedHead {
    SealedHead { revision, body: vec![7; 64] }
}

fn record(seq: u64) -> Sealed {
    let byte = u8::try_from(seq % 251).expect("below 251");
    Sealed { seq: Seq(seq), salt: Some([byte; 32]), body: vec![byte; 48], link: Link([byte; 32]) }
}

async fn append(store: &mut Store, owner: Owner, expected: u64, seqs: std::ops::RangeInclusive<u64>) {
    let added: Vec<Sealed> = seqs.map(record).collect();
    let head = head(expected + 1);
    let change = Change { expected, added: &added, erased: &[], head: &head };
    store.change(owner, change).await.expect("the head is as expected");
}

async fn all(store: &mut Store, owner: Owner) -> Vec<Sealed> {
    let page = store.read(owner, Seq(0), 100).await.expect("it reads");
    page.rows.into_iter().map(|row| row.expect("it is whole")).collect()
}

promises! {
    what_is_appended_is_read_in_order(store) {
        store.create(ME, b"header", &head(0)).await.expect("made");
        append(&mut store, ME, 0, 1..=2).await;
        append(&mut store, ME, 1, 3..=3).await;
        assert_eq!(all(&mut store, ME).await, [record(1), record(2), record(3)]);
        assert_eq!(store.head(ME).await.expect("it reads"), Some(head(2)));
    }

    whoever_saw_another_head_writes_nothing(store) {
        store.create(ME, b"header", &head(0)).await.expect("made");
        append(&mut store, ME, 0, 1..=1).await;
        let (late, next) = ([record(2)], head(1));
        let change = Change { expected: 0, added: &late, erased: &[], head: &next };
        assert!(matches!(store.change(ME, change).await, Err(StoreError::Moved)));
        assert_eq!(all(&mut store, ME).await, [record(1)]);
        assert_eq!(store.head(ME).await.expect("it reads"), Some(head(1)));
    }

    a_change_happens_as_a_whole_or_not_at_all(store) {
        store.create(ME, b"header", &head(0)).await.expect("made");
        append(&mut store, ME, 0, 1..=1).await;
        let (clash, next) = ([record(2), record(1)], head(2));
        let change = Change { expected: 1, added: &clash, erased: &[], head: &next };
        assert!(store.change(ME, change).await.is_err());
        assert_eq!(all(&mut store, ME).await, [record(1)]);
        assert_eq!(store.head(ME).await.expect("it reads"), Some(head(1)));
    }

    a_page_says_where_to_read_on(store) {
        store.create(ME, b"header", &head(0)).await.expect("made");
        append(&mut store, ME, 0, 1..=5).await;
        let first = store.read(ME, Seq(0), 3).await.expect("it reads");
        assert_eq!((first.rows.len(), first.next), (3, Some(Seq(3))));
        let last = store.read(ME, Seq(3), 3).await.expect("it reads");
        assert_eq!((last.rows.len(), last.next), (2, None));
    }

    an_erased_record_keeps_its_place_and_its_link_alone(store) {
        store.create(ME, b"header", &head(0)).await.expect("made");
        append(&mut store, ME, 0, 1..=2).await;
        let (erased, added, next) = ([record(1).erased()], [record(3)], head(2));
        let change = Change { expected: 1, added: &added, erased: &erased, head: &next };
        store.change(ME, change).await.expect("the head is as expected");
        assert_eq!(all(&mut store, ME).await, [record(1).erased(), record(2), record(3)]);
        let scrubbed = store.scrub().await.expect("scrubbed");
        // A database overwrites what was erased when it vacuums.
        assert_eq!(scrubbed == Scrubbed::Later, matches!(store, Store::Postgres(_)));
        assert_eq!(all(&mut store, ME).await.len(), 3);
    }

    a_snapshot_stays_until_something_is_erased(store) {
        store.create(ME, b"header", &head(0)).await.expect("made");
        append(&mut store, ME, 0, 1..=1).await;
        assert!(matches!(store.put_snapshot(ME, 0, b"old").await, Err(StoreError::Moved)));
        store.put_snapshot(ME, 1, b"snapshot").await.expect("kept");
        append(&mut store, ME, 1, 2..=2).await;
        assert_eq!(store.snapshot(ME).await.expect("it reads").as_deref(), Some(&b"snapshot"[..]));
        let (erased, next) = ([record(1).erased()], head(3));
        let change = Change { expected: 2, added: &[], erased: &erased, head: &next };
        store.change(ME, change).await.expect("the head is as expected");
        assert_eq!(store.snapshot(ME).await.expect("it reads"), None);
    }

    a_vault_is_made_once(store) {
        assert_eq!(store.head(ME).await.expect("it reads"), None);
        store.create(ME, b"header", &head(0)).await.expect("made");
        assert!(matches!(store.create(ME, b"other", &head(0)).await, Err(StoreError::Exists)));
        assert_eq!(store.headers(ME).await.expect("it reads"), [b"header", b"header"]);
        store.put_header(ME, b"changed").await.expect("put");
        assert_eq!(store.headers(ME).await.expect("it reads"), [b"changed", b"changed"]);
    }

    owners_do_not_see_each_other(store) {
        store.create(ME, b"mine", &head(0)).await.expect("made");
        store.create(OTHER, b"theirs", &head(0)).await.expect("made");
        append(&mut store, ME, 0, 1..=2).await;
        append(&mut store, OTHER, 0, 1..=1).await;
        store.delete(ME).await.expect("deleted");
        assert_eq!(all(&mut store, ME).await, []);
        assert_eq!(store.head(ME).await.expect("it reads"), None);
        assert_eq!(all(&mut store, OTHER).await, [record(1)]);
    }
}
