import { Tablas1700000000001 } from './1700000000001-tablas.ts'
import { Mundos1700000000002 } from './1700000000002-mundos.ts'

/** In order. A migration is reviewed as SQL and never edited once it ran anywhere. */
export const MIGRATIONS = [Tablas1700000000001, Mundos1700000000002]
