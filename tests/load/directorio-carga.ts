/** As much of a connection as filling needs: a superuser's, to a database that nobody will miss. */
export interface Connection {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

const OWN = '(select id from captura.proceso)'
const OF_PROCESO = `t.proceso_id = ${OWN}`

/** Each table, with the condition that tells the rows of the loaded proceso from those already copied. */
const TABLES = {
  cargo: OF_PROCESO,
  demarcacion: OF_PROCESO,
  actor_politico: OF_PROCESO,
  contienda: OF_PROCESO,
  acuerdo: OF_PROCESO,
  entrega: OF_PROCESO,
  postulacion: `t.contienda_id in (select id from captura.contienda where proceso_id = ${OWN})`,
  persona: `t.id in (select persona_id from captura.candidatura where proceso_id = ${OWN})`,
  candidatura: OF_PROCESO,
  palabra: OF_PROCESO,
}
const BATCH = 20

/**
 * Fills the tables of the directory with other procesos, each as large as the one that is there, until there are `total` candidaturas.
 * Foreign keys are not looked at meanwhile, because every key is copied by one rule.
 */
export async function fillProcesos(client: Connection, total: number): Promise<void> {
  const { rows } = await client.query(`select count(*)::int as own from captura.candidatura`)
  const copies = Math.ceil(total / Number(rows[0]?.own)) - 1
  await client.query(`set session_replication_role = replica`)
  const indexes = await dropIndexes(client)
  for (const [table, where] of Object.entries(TABLES)) {
    const { into, from } = await columnsOf(client, table)
    for (let first = 1; first <= copies; first += BATCH) {
      await client.query(
        `insert into captura.${table} (${into}) select ${from}
         from generate_series($1::int, $2::int) p cross join captura.${table} t where ${where}`,
        [first, Math.min(first + BATCH - 1, copies)],
      )
    }
  }
  for (const definition of indexes) await client.query(definition)
  await client.query(`set session_replication_role = origin`)
  await client.query(`vacuum analyze`)
}

/** Building an index over all rows is several times faster than keeping it while they come. Keys stay. */
async function dropIndexes(client: Connection): Promise<string[]> {
  const { rows } = await client.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid in ('captura.candidatura'::regclass, 'captura.palabra'::regclass)
       and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`,
  )
  for (const { name } of rows) await client.query(`drop index ${String(name)}`)
  return rows.map(({ definition }) => String(definition))
}

/** Columns of a table with their values in a copy: keys of its own, everything else the same. */
async function columnsOf(client: Connection, table: string): Promise<{ into: string; from: string }> {
  const { rows } = await client.query(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'captura' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  )
  return {
    into: rows.map(({ name }) => `"${String(name)}"`).join(', '),
    from: rows.map(({ name, type }) => copyOf(table, String(name), type === 'uuid')).join(', '),
  }
}

const ownKey = (key: string) => `md5(${key}::text || p)::uuid`

/** The position of a candidatura ends with its key. */
function copyOf(table: string, column: string, isKey: boolean): string {
  if (isKey) return ownKey(`t."${column}"`)
  return table === 'candidatura' && column === 'orden' ? `left(t.orden, -36) || ${ownKey('t.id')}` : `t."${column}"`
}
