import { parseJson } from '@conoceles/domain/typed'
import type { Reader } from '../../database/reader.ts'
import { sha256 } from '../../shared/criptografia/canonical.ts'
import { toIso } from '../../shared/clock.ts'
import type { Documentos } from '../../shared/documentos/documentos.ts'
import type { VistaPrevia } from '../../shared/documentos/vista-previa-model.ts'
import { AppError } from '../../shared/http/errors.ts'
import {
  historyOf,
  type CandidaturaPublicaDto,
  type ListContiendasDto,
  type MadeRecurso,
  type ProcesoPublicoDto,
} from '../lectura/index.ts'
import { toFicha, type FichaPublica } from './documento.ts'
import { findFicha, findSitio, type FichaRow } from './fichas.queries.ts'
import { vistaOfCandidatura, vistaOfContienda, vistaOfSitio } from './vista.ts'

interface FichasPdfParts {
  /** A maker of its own: however many cards the public asks for, the documents of the institute do not wait for them. */
  documentos: Pick<Documentos, 'pdf' | 'vista'>
  origen: string
}

const PDF = 'application/pdf'
const PNG = 'image/png'

/**
 * The card of a candidatura on paper, and the preview of a page in a message, made from public answers on request and stored nowhere. A
 * request for one in the making waits for that one.
 */
export class FichasPdfService {
  private readonly making = new Map<string, Promise<MadeRecurso>>()

  constructor(
    private readonly lector: Reader,
    private readonly parts: FichasPdfParts,
  ) {}

  /** Throws `candidatura.retirada` for a candidate who was public once, `ruta.no_existe` for one who never was. */
  async ficha(id: string): Promise<MadeRecurso> {
    return this.ofCandidatura(id, PDF, (publica) => this.parts.documentos.pdf(toFicha(publica)))
  }

  /** Throws as `ficha` does. */
  async vista(id: string): Promise<MadeRecurso> {
    return this.ofCandidatura(id, PNG, (publica) => this.parts.documentos.vista(vistaOfCandidatura(publica)))
  }

  /** Preview of the page of a contienda; throws `ruta.no_existe` where there is none. */
  async vistaDeContienda(clave: string): Promise<MadeRecurso> {
    const { proceso, contiendas } = await this.sitio()
    const contienda = contiendas.find((each) => each.clave === clave)
    if (!contienda) throw new AppError('ruta.no_existe')
    return this.ofNobody(`contiendas ${clave}`, vistaOfContienda(contienda, proceso))
  }

  /** Preview of any other page. */
  async vistaDelSitio(): Promise<MadeRecurso> {
    return this.ofNobody('sitio', vistaOfSitio((await this.sitio()).proceso))
  }

  private async ofCandidatura(id: string, medio: string, make: (publica: FichaPublica) => Promise<Buffer>): Promise<MadeRecurso> {
    const row = await this.read(id)
    return this.once(`${id} ${row.sha256} ${medio}`, async () => {
      const contenido = await make(this.publicOf(row))
      // A card whose record was withdrawn or changed while it was made is not handed out.
      if ((await this.read(id)).sha256 !== row.sha256) throw new AppError('servicio.ocupado', { retryAfter: 1 })
      return toRecurso(medio, contenido)
    })
  }

  private ofNobody(key: string, vista: VistaPrevia): Promise<MadeRecurso> {
    return this.once(key, async () => toRecurso(PNG, await this.parts.documentos.vista(vista)))
  }

  private once(key: string, make: () => Promise<MadeRecurso>): Promise<MadeRecurso> {
    const known = this.making.get(key)
    if (known) return known
    const made = make().finally(() => this.making.delete(key))
    this.making.set(key, made)
    return made
  }

  private async sitio(): Promise<{ proceso: ProcesoPublicoDto; contiendas: ListContiendasDto['elementos'] }> {
    const row = await findSitio(this.lector)
    if (!row) throw new AppError('ruta.no_existe')
    const { elementos } = row.contiendas ? parsed<ListContiendasDto>(row.contiendas) : { elementos: [] }
    return { proceso: parsed<ProcesoPublicoDto>(row.proceso), contiendas: elementos }
  }

  private publicOf({ documento, proceso, corte, corteEn, corteSha256, ...row }: FichaRow): FichaPublica {
    return {
      candidatura: parsed<CandidaturaPublicaDto>(documento),
      proceso: parsed<ProcesoPublicoDto>(proceso),
      fotografia: row.fotografia,
      emblema: row.emblema,
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

function toRecurso(medio: string, contenido: Buffer): MadeRecurso {
  return { sha256: sha256(contenido), medio, contenido, gzip: null, brotli: null }
}

function parsed<T>(contenido: Buffer): T {
  return parseJson<T>(contenido.toString('utf8'))
}
