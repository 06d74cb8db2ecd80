import { localMinute, type CampoConocido } from '@conoceles/domain'
import type { BitacoraService, Acts } from '../../bitacora/index.ts'
import { emisorOf, fileName, type Descarga } from '../../intercambio/exportaciones/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { AlcancePoliticaService, CambioFicha } from '../../publicacion/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { toAlcanceWorkbook } from './alcance-libro.ts'
import type { Leido } from './borrador-leido.ts'
import type { PoliticasService } from './politicas.service.ts'
import type { AlcancePoliticaDto, ConteoPoliticaDto, FichaPoliticaDto } from './politicas.dto.ts'

interface Services {
  acts: Acts
  bitacora: BitacoraService
  procesos: ProcesosService
  documentos: Documentos
  alcance: AlcancePoliticaService
  politicas: PoliticasService
}

const PAGE = 50
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Cuenta {
  /** Key of the count: the draft as it is, the newest act and the day of the law. */
  clave: string
  cambios: Promise<CambioFicha[]>
}

/** Names the people and the fields that a draft of the policy would change. Pages and file of one draft are the same count. */
export class AlcanceService {
  private ultima: Cuenta | null = null

  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async page(quien: Quien, { id, desde = 0, limite = PAGE }: { id: string; desde?: number; limite?: number }): Promise<AlcancePoliticaDto> {
    const { leido, cambios } = await this.count(quien, id)
    const titulos = titulosOf(leido.conocidos)
    return {
      personas: new Set(cambios.map((each) => each.id)).size,
      total: cambios.length,
      conteos: conteosDe(cambios, titulos),
      elementos: cambios.slice(desde, desde + limite).map((each) => toFicha(each, titulos)),
    }
  }

  /** Everybody, as a workbook; in the bitácora before anybody has it. */
  async libro(quien: Quien, id: string): Promise<Descarga> {
    const { leido, cambios } = await this.count(quien, id)
    const titulos = titulosOf(leido.conocidos)
    const corte = this.deps.clock.now().toString({ fractionalSecondDigits: 0 })
    const emisor = await act(this.deps.databases, quien, async (tx) => emisorOf(await this.services.procesos.proceso(tx)))
    const { baseVersion, motivo } = leido.borrador
    const book = toAlcanceWorkbook({
      ...{ emisor, corte, baseVersion, motivo, conteos: conteosDe(cambios, titulos) },
      fichas: cambios.map((each) => toFicha(each, titulos)),
    })
    const contenido = await this.services.documentos.workbook(book, 'xlsx')
    await this.services.acts.recordReading(quien, {
      acto: 'politica.alcance_exportado',
      objeto: { tipo: 'politica', id },
      detalle: { filas: cambios.length, sha256: sha256(contenido) },
    })
    const al = localMinute(corte, this.deps.clock.zona)
    return { nombre: `${fileName(['alcance-politica', al])}.xlsx`, medio: XLSX, contenido }
  }

  private async count(quien: Quien, id: string): Promise<{ leido: Leido; cambios: CambioFicha[] }> {
    const { leido, head } = await act(this.deps.databases, quien, async (tx) => ({
      leido: await this.services.politicas.borradores.read(tx, quien, { id }),
      head: await this.services.bitacora.head(tx),
    }))
    const { borrador, antes } = leido
    const clave = `${id}|${borrador.version}|${head}|${this.deps.clock.today().toString()}`
    if (this.ultima?.clave !== clave) this.ultima = { clave, cambios: this.services.alcance.comparar(antes, borrador.campos) }
    const { ultima } = this
    // A failure is not kept: the next request counts anew.
    ultima.cambios.catch(() => (this.ultima = this.ultima === ultima ? null : this.ultima))
    return { leido, cambios: await ultima.cambios }
  }
}

function titulosOf(conocidos: readonly CampoConocido[]): ReadonlyMap<string, string> {
  return new Map(conocidos.map(({ campo, titulo }) => [campo, titulo]))
}

function toFicha({ aparecen, desaparecen, ...rest }: CambioFicha, titulos: ReadonlyMap<string, string>): FichaPoliticaDto {
  const named = (campos: string[]) => campos.map((campo) => titulos.get(campo) ?? campo)
  return { ...rest, aparecen: named(aparecen), desaparecen: named(desaparecen) }
}

function conteosDe(cambios: readonly CambioFicha[], titulos: ReadonlyMap<string, string>): ConteoPoliticaDto[] {
  const found = new Map<string, ConteoPoliticaDto>()
  const add = (campo: string, dia: string, which: 'aparece' | 'desaparece') => {
    const row = found.get(`${dia}|${campo}`) ?? { campo, titulo: titulos.get(campo) ?? campo, dia, aparece: 0, desaparece: 0 }
    row[which] += 1
    found.set(`${dia}|${campo}`, row)
  }
  for (const { dia, aparecen, desaparecen } of cambios) {
    for (const campo of aparecen) add(campo, dia, 'aparece')
    for (const campo of desaparecen) add(campo, dia, 'desaparece')
  }
  return [...found.values()].sort((one, other) => one.dia.localeCompare(other.dia) || one.titulo.localeCompare(other.titulo, 'es'))
}
