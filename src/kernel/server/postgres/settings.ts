/** Rewritten at every start; `custom.conf` beside it is the operator's and wins. */
export const POSTGRESQL_CONF = `# Written by Muster at every start. Your own settings belong into custom.conf in this folder; they win.

# reached only by the socket in a folder that nobody else may enter
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 60
superuser_reserved_connections = 3

# a chat server on a small machine
shared_buffers = 64MB
effective_cache_size = 512MB
work_mem = 4MB
maintenance_work_mem = 64MB
autovacuum_work_mem = 32MB
temp_buffers = 4MB
huge_pages = off
random_page_cost = 1.1
jit = off

# few processes: each costs memory
io_method = sync
max_worker_processes = 4
max_parallel_workers = 2
max_parallel_workers_per_gather = 1
max_parallel_maintenance_workers = 1
max_logical_replication_workers = 0
max_wal_senders = 2
max_replication_slots = 2

# what was answered is on the disk
fsync = on
synchronous_commit = on
full_page_writes = on
wal_compression = on
min_wal_size = 64MB
max_wal_size = 512MB
checkpoint_timeout = 10min

# many small updates of the same rows: clean early and often
autovacuum_max_workers = 2
autovacuum_naptime = 20s
autovacuum_vacuum_scale_factor = 0.05
autovacuum_vacuum_insert_scale_factor = 0.1
autovacuum_analyze_scale_factor = 0.02
autovacuum_vacuum_cost_limit = 1000

# nothing that hangs may hold locks or connections for ever
idle_in_transaction_session_timeout = 60s
client_connection_check_interval = 10s

# refused statements are the server's business: their texts hold what people wrote
log_destination = stderr
logging_collector = off
log_min_messages = log
log_min_error_statement = panic
log_checkpoints = off
log_line_prefix = '%m [%p] '
log_timezone = 'UTC'
timezone = 'UTC'
lc_messages = 'C'

include 'custom.conf'
`;

/** Trust is limited to the socket, and the socket to one system user. */
export const PG_HBA_CONF = `# Written by Muster at every start. Who may open the socket may use the database.
local all all trust
`;

export const CUSTOM_CONF = `# Your own settings for the database, such as: shared_buffers = 1GB
# Muster never writes this file again.
`;

/** Speed instead of safety, for tests only. */
export const DISPOSABLE_CONF = `
fsync = off
synchronous_commit = off
full_page_writes = off
`;
