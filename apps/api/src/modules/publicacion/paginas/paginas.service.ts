import type { EntityManager } from 'typeorm'
import type { ProcesosService } from '../../proceso/index.ts'
import { binaryRecurso, HTML_MEDIUM, type CambioRecursos, type MundoPublico, type Paginador, type Prensa, type Recurso } from '../index.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../shared/deps.ts'
import { RenderizadorDeTurno } from '../../../shared/renderizado/de-turno.ts'
import { Renderizador, type Encargo } from '../../../shared/renderizado/renderizador.ts'
import type { VisorConstruido } from '../../../shared/visor.ts'
import { Fuentes, type LectorListas } from './fuentes.ts'
import { renderAll, type Hecho } from './lotes.ts'
import { isPagina, PAGINAS_DE_CANDIDATURAS, paginasDe, type PaginaPedida } from './mapa.ts'
import { readFaltas } from './paginas.queries.ts'

interface PaginasParts {
  procesos: ProcesosService
  visor: VisorConstruido | null
  listas: LectorListas
}

/** A page that has to be made, and the hash of its sources. */
interface PorHacer extends PaginaPedida {
  huella: string
}

/** The corte that is being made. */
interface EnCurso extends MundoPublico {
  numero: number
  en: string
}

/** As many renderers as are needed, or more. */
type Grow = (upTo: number) => readonly Renderizador[]

const BATCH = 40
/** Two renderers work while this process packs and writes: more would wait for it. */
const RENDERERS = 2

/**
 * The pages of the visor. Each is rendered once, by the visor's own components, from public answers of this very corte and from nothing
 * else. So no page tells anything that is not public as data.
 */
export class PaginasService implements Paginador {
  /** Whether this process looked at the build that made the public pages. */
  private looked = false
  /** Data were public before any page: this corte makes those of the site, and the next one those of everybody. */
  private primeras = false
  private fallas: string[] = []
  private readonly deTurno: RenderizadorDeTurno

  constructor(
    private readonly deps: Deps,
    private readonly parts: PaginasParts,
  ) {
    this.deTurno = new RenderizadorDeTurno(deps.config.trabajadores)
  }

  async toca(tx: EntityManager): Promise<boolean> {
    if (this.looked) return false
    const { otra, todas, candidaturas } = await readFaltas(tx, this.parts.visor?.construccion ?? null)
    // The first look only: where no page can be made, the second one ends it.
    this.looked = !todas || this.primeras
    this.primeras = !this.looked
    return otra || todas || candidaturas
  }

  takeFallas(): string[] {
    return this.fallas.splice(0)
  }

  /** The first renderer is ready, or loads the visor meanwhile, which takes as long as a few pages. */
  async open(tx: EntityManager): Promise<Prensa> {
    const { visor } = this.parts
    const { trabajadores, origen } = this.deps.config
    if (!visor) return { paginas: (corte) => this.paginas(tx, corte, () => []), end: () => undefined }
    const taller = { ...visor, origen, distintivos: await this.masDistintivos(tx) }
    const first = this.deTurno.take(taller)
    const others: Renderizador[] = []
    const grow = (upTo: number) => {
      while (1 + others.length < upTo) others.push(new Renderizador(trabajadores, taller))
      return [first, ...others]
    }
    return {
      paginas: (corte) => this.paginas(tx, corte, grow),
      end: () => {
        this.deTurno.giveBack(first, taller)
        for (const each of others) each.end()
      },
    }
  }

  /**
   * A page that cannot be rendered is withdrawn: the old one would go on telling data that are no longer public. The visor makes it in the
   * browser.
   */
  private async *paginas(tx: EntityManager, { vigentes, lista, ...corte }: EnCurso, grow: Grow): AsyncGenerator<CambioRecursos> {
    const { visor } = this.parts
    const rutas = vigentes.rutas()
    const fuentes = visor && vigentes.has('proceso') ? await Fuentes.open({ tx, corte, vigentes, lista, listas: this.parts.listas }) : null
    const pedidas = fuentes ? this.pedidas(rutas, fuentes) : []
    const asked = new Set(pedidas.map(({ ruta }) => ruta))
    const retirados = rutas.filter((ruta) => isPagina(ruta) && !asked.has(ruta))
    if (retirados.length > 0) yield { recursos: [], retirados }
    if (!visor || !fuentes) return
    const porHacer = pedidas
      .filter((pedida) => !vigentes.has(pedida.ruta) || pedida.fuentes.some((each) => fuentes.cambia(each)))
      .map((pedida) => ({
        ...pedida,
        huella: sha256(JSON.stringify([visor.construccion, pedida.direccion, ...pedida.fuentes.map((each) => fuentes.huella(each))])),
      }))
      .filter(({ ruta, huella }) => vigentes.huella(ruta) !== huella)
    fuentes.keep()
    const lotes = toLotes(porHacer)
    const renderizadores = grow(Math.min(lotes.length, RENDERERS))
    for await (const hecho of renderAll(lotes, { renderizadores, encargosDe: (lote) => toEncargos(lote, fuentes) })) {
      yield this.toCambio(hecho, { construccion: visor.construccion, vigentes })
    }
  }

  private pedidas(rutas: readonly string[], { contiendas }: Fuentes): PaginaPedida[] {
    const todas = paginasDe(new Set(rutas.filter((ruta) => !isPagina(ruta))), contiendas)
    return this.primeras ? todas.filter(({ ruta }) => !ruta.startsWith(PAGINAS_DE_CANDIDATURAS)) : todas
  }

  private toCambio(
    { lote, hechas }: Hecho<PorHacer[]>,
    { construccion, vigentes }: { construccion: string; vigentes: MundoPublico['vigentes'] },
  ): CambioRecursos {
    const recursos: Recurso[] = []
    const retirados: string[] = []
    for (const [n, { ruta, direccion, huella }] of lote.entries()) {
      const hecha = hechas[n] ?? { falla: 'no answer' }
      if ('html' in hecha) recursos.push({ ...binaryRecurso(ruta, HTML_MEDIUM, Buffer.from(hecha.html)), huella, construccion })
      else this.fallas.push(`${direccion}: ${hecha.falla}`)
      if (!('html' in hecha) && vigentes.has(ruta)) retirados.push(ruta)
    }
    return { recursos, retirados }
  }

  /** Every badge that there is, as a page would show all of them. */
  private async masDistintivos(tx: EntityManager): Promise<string> {
    const { grupos } = (await this.parts.procesos.proceso(tx)).catalogos
    const most = grupos.map(({ clave, nombre, explicacion }) => ({ grupo: clave, nombre, explicacion, origen: 'publicacion_autorizada' }))
    return JSON.stringify(most)
  }
}

function toLotes(porHacer: PorHacer[]): PorHacer[][] {
  return Array.from({ length: Math.ceil(porHacer.length / BATCH) }, (_, n) => porHacer.slice(n * BATCH, (n + 1) * BATCH))
}

async function toEncargos(lote: PorHacer[], fuentes: Fuentes): Promise<Encargo[]> {
  const textos = await fuentes.textos([...new Set(lote.flatMap((each) => each.fuentes))])
  return lote.map((each) => ({
    direccion: each.direccion,
    datos: Object.fromEntries(each.fuentes.map((fuente) => [`/publico/${fuente}`, textos.get(fuente) ?? 'null'])),
  }))
}
