import { join } from 'node:path'
import type { EntityManager } from 'typeorm'
import type { ProcesosService } from '../procesos/index.ts'
import { binaryRecurso, HTML_MEDIUM, type CambioPaginas, type Paginador, type Recurso } from '../publicaciones/index.ts'
import { canonical, sha256 } from '../../shared/canonical.ts'
import type { Deps } from '../../shared/deps.ts'
import type { VisorConstruido } from '../../shared/visor.ts'
import { LISTA, MARCO, paginasDe, type PaginaPedida } from './mapa.ts'
import { marcoDe } from './marco.ts'
import { isDeOtraConstruccion, readTextos, readVigentes } from './paginas.queries.ts'
import { Renderizador, type Encargo, type Respuesta } from './renderizador.ts'

interface PaginasParts {
  procesos: ProcesosService
  visor: VisorConstruido | null
  /** First part of the public list as JSON text, as it stands in this transaction. */
  lista: (tx: EntityManager) => Promise<string>
}

/** A page that has to be made, and the hash of what it is made of. */
interface PorHacer extends PaginaPedida {
  huella: string
}

/** Answers that more than one page is made of. */
type Comunes = ReadonlyMap<string, { texto: string; huella: string }>

const BATCH = 40

/**
 * The pages of the visor: each is rendered once, by the visor's own components, from public answers of this very corte and from nothing
 * else, so that nothing leaves by a page that does not leave as data.
 */
export class PaginasService implements Paginador {
  /** Whether this process looked at which build made what is public. */
  private looked = false
  private fallas: string[] = []

  constructor(
    private readonly deps: Deps,
    private readonly parts: PaginasParts,
  ) {}

  async toca(tx: EntityManager): Promise<boolean> {
    if (this.looked) return false
    this.looked = true
    return isDeOtraConstruccion(tx, this.parts.visor?.construccion ?? null)
  }

  takeFallas(): string[] {
    return this.fallas.splice(0)
  }

  /** What cannot be rendered is withdrawn: an old page would go on saying what is no longer public. The visor makes it in the browser. */
  async *paginas(tx: EntityManager, corte: { numero: number; en: string }): AsyncGenerator<CambioPaginas> {
    const { visor } = this.parts
    const vigentes = await readVigentes(tx)
    const paginas = new Map(vigentes.filter(({ construccion }) => construccion !== null).map((each) => [each.ruta, each.huella]))
    const datos = new Map(vigentes.filter(({ construccion }) => construccion === null).map((each) => [each.ruta, each.huella]))
    const pedidas = visor ? paginasDe(new Set(datos.keys())) : []
    const asked = new Set(pedidas.map(({ ruta }) => ruta))
    const retirados = [...paginas.keys()].filter((ruta) => !asked.has(ruta))
    if (retirados.length > 0) yield { recursos: [], retirados }
    if (!visor || pedidas.length === 0) return
    const comunes = await this.comunes(tx, corte)
    const porHacer = pedidas
      .map((pedida) => ({
        ...pedida,
        huella: huellaDe(pedida, visor.construccion, (fuente) => comunes.get(fuente)?.huella ?? datos.get(fuente)),
      }))
      .filter(({ ruta, huella }) => paginas.get(ruta) !== huella)
    if (porHacer.length > 0) yield* this.make(tx, porHacer, { visor, comunes, paginas })
  }

  private async *make(
    tx: EntityManager,
    porHacer: PorHacer[],
    { visor, comunes, paginas }: { visor: VisorConstruido; comunes: Comunes; paginas: ReadonlyMap<string, string> },
  ): AsyncGenerator<CambioPaginas> {
    const distintivos = await this.masDistintivos(tx)
    const renderizador = new Renderizador(join(this.deps.config.trabajadores, 'paginas.worker.js'), { ...visor, distintivos })
    const { construccion } = visor
    try {
      // While one batch is written, the next is rendered: those are two processes.
      let before: { lote: PorHacer[]; hechas: Promise<Respuesta['hechas']> } | null = null
      for (let at = 0; at < porHacer.length; at += BATCH) {
        const lote = porHacer.slice(at, at + BATCH)
        const encargos = await toEncargos(tx, lote, comunes)
        const made = before && { lote: before.lote, hechas: await before.hechas }
        before = { lote, hechas: renderOrFail(renderizador, encargos) }
        if (made) yield this.toCambio(made, { construccion, paginas })
      }
      if (before) yield this.toCambio({ lote: before.lote, hechas: await before.hechas }, { construccion, paginas })
    } finally {
      renderizador.end()
    }
  }

  private toCambio(
    { lote, hechas }: { lote: PorHacer[]; hechas: Respuesta['hechas'] },
    { construccion, paginas }: { construccion: string; paginas: ReadonlyMap<string, string> },
  ): CambioPaginas {
    const recursos: Recurso[] = []
    const retirados: string[] = []
    for (const [n, { ruta, direccion, huella }] of lote.entries()) {
      const hecha = hechas[n] ?? { falla: 'no answer' }
      if ('html' in hecha) recursos.push({ ...binaryRecurso(ruta, HTML_MEDIUM, Buffer.from(hecha.html)), huella, construccion })
      else this.fallas.push(`${direccion}: ${hecha.falla}`)
      if (!('html' in hecha) && paginas.has(ruta)) retirados.push(ruta)
    }
    return { recursos, retirados }
  }

  private async comunes(tx: EntityManager, corte: { numero: number; en: string }): Promise<Comunes> {
    const { proceso } = Object.fromEntries(await readTextos(tx, ['proceso']))
    const marco = marcoDe(JSON.parse(proceso ?? '{}') as Parameters<typeof marcoDe>[0])
    const { corte: _before, ...lista } = JSON.parse(await this.parts.lista(tx)) as Record<string, unknown>
    return new Map([
      [MARCO, { texto: JSON.stringify(marco), huella: sha256(canonical(marco)) }],
      // The corte of a list is when it was asked: it alone makes no new page.
      [LISTA, { texto: JSON.stringify({ ...lista, corte }), huella: sha256(canonical(lista)) }],
    ])
  }

  /** Every badge that there is, as a page would show all of them. */
  private async masDistintivos(tx: EntityManager): Promise<string> {
    const { grupos } = (await this.parts.procesos.proceso(tx)).catalogos
    const most = grupos.map(({ clave, nombre, explicacion }) => ({ grupo: clave, nombre, explicacion, origen: 'publicacion_autorizada' }))
    return JSON.stringify(most)
  }
}

/** One page that cannot be rendered, or all of a batch, keeps no data from being published. */
function renderOrFail(renderizador: Renderizador, encargos: Encargo[]): Promise<Respuesta['hechas']> {
  return renderizador.render(encargos).catch((error: Error) => encargos.map(() => ({ falla: error.message })))
}

function huellaDe({ direccion, fuentes }: PaginaPedida, construccion: string, huellaOf: (fuente: string) => string | undefined): string {
  return sha256(canonical([construccion, direccion, ...fuentes.map((fuente) => huellaOf(fuente) ?? null)]))
}

async function toEncargos(tx: EntityManager, lote: PorHacer[], comunes: Comunes): Promise<Encargo[]> {
  const textos = await readTextos(
    tx,
    lote.flatMap(({ fuentes }) => fuentes),
  )
  return lote.map(({ direccion, fuentes }) => ({
    direccion,
    datos: Object.fromEntries(fuentes.map((fuente) => [`/publico/${fuente}`, comunes.get(fuente)?.texto ?? textos.get(fuente) ?? 'null'])),
  }))
}
