import type { Reader } from '../../database/reader.ts'
import { sha256 } from '../../shared/canonical.ts'
import { toIso } from '../../shared/clock.ts'
import type { Documentos } from '../../shared/documentos/documentos.ts'
import { AppError } from '../../shared/errors.ts'
import { historyOf, type CandidaturaPublicaDto, type ProcesoPublicoDto, type MadeRecurso } from '../publico/index.ts'
import { toFicha } from './documento.ts'
import { findFicha, type FichaRow } from './fichas-pdf.queries.ts'

interface FichasPdfParts {
  /** A maker of its own: however many cards the public asks for, the documents of the institute do not wait for them. */
  documentos: Pick<Documentos, 'pdf'>
  origen: string
}

/**
 * The card of a candidatura on paper, made of its public answer when somebody asks and stored nowhere. Who asks for one that is being made
 * waits for that one.
 */
export class FichasPdfService {
  private readonly making = new Map<string, Promise<MadeRecurso>>()

  constructor(
    private readonly lector: Reader,
    private readonly parts: FichasPdfParts,
  ) {}

  /** Throws `candidatura.retirada` of whom was public once, `ruta.no_existe` of whom never was. */
  async ficha(id: string): Promise<MadeRecurso> {
    const row = await this.read(id)
    const key = `${id} ${row.sha256}`
    const known = this.making.get(key)
    if (known) return known
    const made = this.make(id, row).finally(() => this.making.delete(key))
    this.making.set(key, made)
    return made
  }

  /** What was withdrawn or changed while it was made is not handed out. */
  private async make(id: string, row: FichaRow): Promise<MadeRecurso> {
    const contenido = await this.parts.documentos.pdf(toFicha(this.publicOf(row)))
    if ((await this.read(id)).sha256 !== row.sha256) throw new AppError('servicio.ocupado', { retryAfter: 1 })
    return { sha256: sha256(contenido), medio: 'application/pdf', contenido, gzip: null, brotli: null }
  }

  private publicOf({ documento, proceso, corte, corteEn, corteSha256, ...row }: FichaRow): Parameters<typeof toFicha>[0] {
    return {
      candidatura: JSON.parse(documento.toString('utf8')) as CandidaturaPublicaDto,
      proceso: JSON.parse(proceso.toString('utf8')) as ProcesoPublicoDto,
      fotografia: row.fotografia,
      corte: { numero: corte, en: toIso(corteEn), sha256: corteSha256 },
      sha256: row.sha256,
      origen: this.parts.origen,
    }
  }

  private async read(id: string): Promise<FichaRow> {
    const ruta = `candidaturas/${id}`
    const row = await findFicha(this.lector, ruta)
    if (row) return row
    throw new AppError((await historyOf(this.lector, ruta)) === 'antes' ? 'candidatura.retirada' : 'ruta.no_existe')
  }
}
