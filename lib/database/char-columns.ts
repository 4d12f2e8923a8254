import { ColumnTypeEnum, type SqlQueryable } from '@prisma/driver-adapter-utils'
import type pg from 'pg'

// Numbers of two types of PostgreSQL's own (pg_type.oid).
const CHAR = 18
const TEXT = 25

/**
 * Lets an adapter of Prisma's read columns of PostgreSQL's type "char", of which its own tables are
 * full: the schema engine asks for them, the adapter refuses them
 * (https://github.com/prisma/orm/issues/27403).
 */
export function readCharColumns<T extends SqlQueryable>(adapter: T, pool: pg.Pool): T {
  const charColumns = declareAsText(pool)
  const ask = adapter.queryRaw.bind(adapter)
  const queryRaw: SqlQueryable['queryRaw'] = async query => {
    const answer = await ask(query)
    const isChar = charColumns.get(answer.rows) ?? []
    const columnTypes = answer.columnTypes.map((type, column) =>
      isChar[column] ? ColumnTypeEnum.Character : type,
    )
    return { ...answer, columnTypes }
  }
  return Object.assign(adapter, { queryRaw })
}

function declareAsText(pool: pg.Pool) {
  const charColumns = new WeakMap<unknown[][], boolean[]>()
  const ask = pool.query.bind(pool)
  const query = async (question: pg.QueryArrayConfig) => {
    const answer = await ask(question)
    charColumns.set(
      answer.rows,
      answer.fields.map(field => field.dataTypeID === CHAR),
    )
    for (const field of answer.fields) {
      if (field.dataTypeID === CHAR) field.dataTypeID = TEXT
    }
    return answer
  }
  Object.assign(pool, { query })
  return charColumns
}
