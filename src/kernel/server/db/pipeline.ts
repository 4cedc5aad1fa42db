import pg from 'pg';
import type { Logger } from 'pino';

interface Lane {
  client: pg.Client | null;
  connecting: Promise<pg.Client> | null;
  waiting: number;
  /** Takes no more statements and ends with those on their way. */
  is_retired?: boolean;
}

/**
 * A few connections on which statements follow one another without waiting for answers: two to three times the
 * throughput of a pool for short statements. Never used for transactions: another statement would land inside.
 */
export class Pipeline {
  #lanes: Lane[];
  readonly #config: pg.ClientConfig;
  readonly #log: Logger;
  #closed = false;

  constructor(config: pg.ClientConfig, lanes: number, log: Logger) {
    this.#config = config;
    this.#log = log;
    this.#lanes = makeLanes(lanes);
  }

  async query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    const lane = this.#emptiestLane();
    lane.waiting++;
    try {
      return await (lane.client ?? (await this.#connect(lane))).query(statement);
    } finally {
      lane.waiting--;
      endIfRetired(lane);
    }
  }

  /** New statements go over new connections; the old ones end with what is on its way. */
  recycle(): void {
    const old = this.#lanes;
    this.#lanes = makeLanes(old.length);
    for (const lane of old) {
      lane.is_retired = true;
      endIfRetired(lane);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#lanes.map((lane) => lane.client?.end().catch(() => {})));
  }

  #emptiestLane(): Lane {
    let best = this.#lanes[0]!;
    for (const lane of this.#lanes) if (lane.waiting < best.waiting) best = lane;
    return best;
  }

  #connect(lane: Lane): Promise<pg.Client> {
    if (this.#closed) return Promise.reject(new Error('the database is closed'));
    lane.connecting ??= this.#open(lane).finally(() => (lane.connecting = null));
    return lane.connecting;
  }

  async #open(lane: Lane): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#config, pipeline: true } as pg.ClientConfig);
    const drop = () => {
      if (lane.client === client) lane.client = null;
    };
    client.on('error', (error) => {
      this.#log.warn({ error: error.message }, 'a database connection failed and is opened again');
      drop();
    });
    client.on('end', drop);
    await client.connect();
    lane.client = client;
    return client;
  }
}

function makeLanes(count: number): Lane[] {
  return Array.from({ length: count }, () => ({ client: null, connecting: null, waiting: 0 }));
}

function endIfRetired(lane: Lane): void {
  if (lane.is_retired && lane.waiting === 0) void lane.client?.end().catch(() => {});
}
