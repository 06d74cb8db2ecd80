import type { Reader } from '../../../database/reader.ts'
import { askTogether } from '../../../shared/http/share.ts'
import { ask, toPregunta, type ListFilter, type Pagina, type Pregunta } from './lista.queries.ts'
import { SOBRE } from '../sobre.ts'

/** How many totals are kept. */
const TOTALS = 2_000
/** Rows of one journey: more of them are not waited for together. */
const ROWS = 1_000

interface Total {
  corte: number
  total: number
  canceladas: number
}

/**
 * The list of candidaturas as it is asked for through the database: questions that differ in their values only travel together. How many a filter
 * finds is counted once in each corte.
 */
export class ListasService {
  private readonly totals = new Map<string, Total>()
  private readonly ask: (pregunta: Pregunta) => Promise<Pagina>

  constructor(lector: Reader) {
    this.ask = askTogether((preguntas) => ask(lector, preguntas), {
      kindOf: ({ sql }) => sql,
      weightOf: ({ limite }) => limite,
      room: ROWS,
    })
  }

  /** A page as JSON text, in UTF-8, and where the one after it begins. */
  async page(filter: ListFilter): Promise<{ json: Buffer; siguiente: string | null }> {
    const key = JSON.stringify({ ...filter, despues: null, limite: null })
    const known = this.totals.get(key)
    const pagina = await this.ask(toPregunta(filter, { contando: !known }))
    const corte = pagina.corte?.numero ?? 0
    if (known && known.corte !== corte) {
      this.totals.delete(key)
      return this.page(filter)
    }
    const siguiente = pagina.cuantas === filter.limite ? pagina.ultimo : null
    const total = known ?? this.keep(key, totalOf(pagina))
    return { json: toJson(pagina, siguiente, total), siguiente }
  }

  private keep(key: string, total: Total): Total {
    if (this.totals.size >= TOTALS) this.totals.clear()
    this.totals.set(key, total)
    return total
  }
}

function totalOf({ corte, total = 0, canceladas = 0 }: Pagina): Total {
  return { corte: corte?.numero ?? 0, total, canceladas }
}

const [BEGINNING, NOBODY] = [Buffer.from('{"elementos":'), Buffer.from('[]')]

/** The rows are put among the rest as bytes: as text the whole would be copied once more, two bytes a letter. */
function toJson({ elementos, corte }: Pagina, siguiente: string | null, { total, canceladas }: Total): Buffer {
  const end = `,"total":${total},"canceladas":${canceladas},"siguiente":${JSON.stringify(siguiente)},"orden":"registro","corte":${JSON.stringify(corte)}${SOBRE}`
  return Buffer.concat([BEGINNING, elementos === null ? NOBODY : Buffer.from(elementos), Buffer.from(end)])
}
