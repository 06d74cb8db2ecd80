import type { Reader } from '../../database/reader.ts'
import { ask, toPregunta, type ListFilter, type Pagina, type Pregunta } from './lista.queries.ts'
import { SOBRE } from './sobre.ts'

/** How many are kept of each: totals, and questions under way of one kind. */
const TOTALS = 2_000
const UNDER_WAY = 2
/** Rows of one journey: more of them are not waited for together. */
const ROWS = 1_000

interface Total {
  corte: number
  total: number
  canceladas: number
}

interface Waiting {
  pregunta: Pregunta
  rows: number
  resolve: (pagina: Pagina) => void
  reject: (error: unknown) => void
}

/** The questions of one kind: those under way, and who waits. */
interface Fila {
  underWay: number
  waiting: Waiting[]
}

/**
 * The list of candidaturas as it is asked for through the database. Questions that differ in their values only travel together: whoever asks while
 * others are being answered is answered with all who asked meanwhile. How many a filter finds is counted once in each corte.
 */
export class ListasService {
  private readonly totals = new Map<string, Total>()
  private readonly filas = new Map<string, Fila>()

  constructor(private readonly lector: Reader) {}

  /** A page as JSON text, in UTF-8. */
  async page(filter: ListFilter): Promise<Buffer> {
    const key = JSON.stringify({ ...filter, despues: null, limite: null })
    const known = this.totals.get(key)
    const pagina = await this.ask(toPregunta(filter, { contando: !known }), filter.limite)
    const corte = pagina.corte?.numero ?? 0
    if (known && known.corte !== corte) {
      this.totals.delete(key)
      return this.page(filter)
    }
    return toJson(pagina, filter, known ?? this.keep(key, { corte, total: pagina.total ?? 0, canceladas: pagina.canceladas ?? 0 }))
  }

  private keep(key: string, total: Total): Total {
    if (this.totals.size >= TOTALS) this.totals.clear()
    this.totals.set(key, total)
    return total
  }

  private ask(pregunta: Pregunta, rows: number): Promise<Pagina> {
    return new Promise((resolve, reject) => {
      const fila = this.filas.get(pregunta.sql) ?? { underWay: 0, waiting: [] }
      this.filas.set(pregunta.sql, fila)
      fila.waiting.push({ pregunta, rows, resolve, reject })
      // Not before everybody was heard who asks at this moment.
      if (fila.waiting.length === 1) setImmediate(() => this.send(pregunta.sql, fila))
    })
  }

  private send(sql: string, fila: Fila): void {
    while (fila.underWay < UNDER_WAY && fila.waiting.length > 0) void this.travel(sql, fila)
    if (fila.underWay === 0) this.filas.delete(sql)
  }

  private async travel(sql: string, fila: Fila): Promise<void> {
    const together = takeTogether(fila.waiting)
    fila.underWay += 1
    try {
      const paginas = await ask(this.lector, together.map(({ pregunta }) => pregunta) as [Pregunta, ...Pregunta[]])
      together.forEach(({ resolve }, at) => resolve(paginas[at] as Pagina))
    } catch (error) {
      for (const { reject } of together) reject(error)
    } finally {
      fila.underWay -= 1
      this.send(sql, fila)
    }
  }
}

/** The first who waits, and all after whom one journey can bring. */
function takeTogether(waiting: Waiting[]): Waiting[] {
  let rows = 0
  const beyond = waiting.findIndex((each, at) => (rows += each.rows) > ROWS && at > 0)
  return waiting.splice(0, beyond < 0 ? waiting.length : beyond)
}

const [BEGINNING, NOBODY] = [Buffer.from('{"elementos":'), Buffer.from('[]')]

/** The rows are put among the rest as bytes: as text the whole would be copied once more, two bytes a letter. */
function toJson({ elementos, cuantas, ultimo, corte }: Pagina, { limite }: ListFilter, { total, canceladas }: Total): Buffer {
  const siguiente = JSON.stringify(cuantas === limite ? ultimo : null)
  const end = `,"total":${total},"canceladas":${canceladas},"siguiente":${siguiente},"corte":${JSON.stringify(corte)}${SOBRE}`
  return Buffer.concat([BEGINNING, elementos === null ? NOBODY : Buffer.from(elementos), Buffer.from(end)])
}
