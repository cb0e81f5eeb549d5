#include <sqlite3.h>

/// SQLite counts the memory of all its connections under one lock, which threads would wait for. Nobody reads the count.
static inline int openpgw_sqlite_without_memory_count(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
