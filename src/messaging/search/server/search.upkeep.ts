import type { App } from '#kernel/server/index.ts';
import { idAt, learnNextPosts, startAgainIfIncomplete, type Step } from './search.vocabulary.ts';

const EVERY_MS = 5_000;
const BATCH = 4_000;
const MANY = 1_000;
// A post is committed at most this long after it got its id.
const COMMIT_MS = 5_000;
const BEHIND_MS = 60_000;

/** Keeps index and vocabulary up to date beside the requests. */
export class SearchUpkeep {
  readonly #app: App;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();
  #is_ended = false;
  #learned = '';
  #post_count = 0;

  constructor(app: App) {
    this.#app = app;
    this.#timer = setInterval(() => void this.run(), EVERY_MS).unref();
    this.#running = startAgainIfIncomplete(app.db.slow);
    void this.run();
  }

  /** The vocabulary has the words of all posts but those of the last minute. */
  isComplete(): boolean {
    return this.#learned >= idAt(this.#app.clock() - BEHIND_MS);
  }

  /** How many posts the vocabulary was made of. */
  postCount(): number {
    return this.#post_count;
  }

  /** Starts a round; resolves when it has ended. */
  run(): Promise<void> {
    this.#running = this.#running.then(() => this.#learn()).catch((error: Error) => this.#app.log.warn({ error: error.message }, 'the search index could not be kept up'));
    return this.#running;
  }

  async end(): Promise<void> {
    this.#is_ended = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #learn(): Promise<void> {
    let total = 0;
    for (let step: Step | undefined; !this.#is_ended && (!step || step.count === BATCH); ) {
      const until = idAt(this.#app.clock() - COMMIT_MS);
      step = await this.#app.db.tx((tx) => learnNextPosts(tx, until, BATCH));
      total += step.count;
      this.#post_count = step.post_count;
      this.#learned = step.is_complete && step.post_id < until ? until : step.post_id;
    }
    // Until the database knows how many words there are, it reads all of them to find one.
    if (total >= MANY) await this.#app.db.slow.run('ANALYZE search_vocabulary');
    if (total) await this.#app.db.slow.rows(`SELECT gin_clean_pending_list('posts_search_words')`);
  }
}

const upkeeps = new WeakMap<App, SearchUpkeep>();

/** Starts the upkeep of an app; returns what ends it. */
export function startUpkeep(app: App): () => Promise<void> {
  const upkeep = new SearchUpkeep(app);
  upkeeps.set(app, upkeep);
  return () => upkeep.end();
}

/** The upkeep that was started for this app. */
export function upkeepOf(app: App): SearchUpkeep {
  return upkeeps.get(app)!;
}
