// Child process of renderizador.ts: it loads the built visor and renders page after page until it is ended. A file of its own.
import { pathToFileURL } from 'node:url'
import { parseJson } from '@conoceles/domain/typed'
import { enPasos } from '../http/tamanos.ts'
import type { Encargo, Orden, Respuesta, Taller } from './renderizador.ts'

type Datos = Record<string, unknown>

interface Visor {
  renderDocument(order: { template: string; origin: string; path: string; data: Datos }): Promise<string>
}

interface Ficha {
  estatus: string
  reserva: string | null
  finDifusion: unknown
  secciones: unknown[]
  distintivos: unknown[]
}

type Render = (direccion: string, datos: Datos) => Promise<string>

let ready: Promise<Render>

process.on('message', (orden: Orden) => {
  if (orden.tipo === 'taller') ready = open(orden.taller)
  else if (orden.tipo === 'comunes') comunes = { textos: orden.textos, parsed: {} }
  else void makeAll(orden.encargos).then((hechas) => process.send?.({ hechas }))
})

async function open({ entrada, plantilla, origen, distintivos }: Taller): Promise<Render> {
  const { renderDocument } = (await import(pathToFileURL(entrada).href)) as Visor
  const render: Render = (direccion, datos) => renderDocument({ template: plantilla, origin: origen, path: direccion, data: datos })
  return distintivos === null ? render : evened(render, parseJson<unknown[]>(distintivos))
}

async function makeAll(encargos: Encargo[]): Promise<Respuesta['hechas']> {
  const made: Respuesta['hechas'] = []
  for (const encargo of encargos) made.push(await makeOne(encargo))
  return made
}

/** The visor keeps its work on an answer as long as that is the same object, so each is parsed once. */
let comunes: { textos: Readonly<Record<string, string>>; parsed: Datos } = { textos: {}, parsed: {} }

function comun(ruta: string): unknown {
  return (comunes.parsed[ruta] ??= parseJson<unknown>(comunes.textos[ruta] ?? 'null'))
}

async function makeOne({ direccion, datos, comunes: shared = [] }: Encargo): Promise<Respuesta['hechas'][number]> {
  try {
    const render = await ready
    const own = Object.entries(datos).map(([ruta, text]) => [ruta, JSON.parse(text)] as const)
    const known = Object.fromEntries([...shared.map((ruta) => [ruta, comun(ruta)] as const), ...own])
    return { html: Buffer.from(await render(direccion, known)) }
  } catch (error) {
    return { falla: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown fault' }
  }
}

/**
 * Renders the page of a candidatura with the same size whatever badges it shows, and in the same steps as her record: sizes stay in the
 * manifests. The size that badges add does not depend on the rest of the page. So each set of them is measured once, on the first page that
 * comes by.
 */
function evened(render: Render, most: unknown[]): Render {
  const added = new Map<string, number>()
  return async (direccion, datos) => {
    const html = await render(direccion, datos)
    const at = Object.keys(datos).find((ruta) => ruta.startsWith('/publico/candidaturas/'))
    const ficha = at === undefined ? null : (datos[at] as Ficha)
    if (at === undefined || ficha === null || !showsBadges(ficha)) return padded(html, 0)
    const sizeWith = async (distintivos: unknown[]) =>
      Buffer.byteLength(await render(direccion, { ...datos, [at]: { ...ficha, distintivos } }))
    const addedBy = async (distintivos: unknown[]): Promise<number> => {
      const set = JSON.stringify(distintivos)
      const bytes = added.get(set) ?? (await sizeWith(distintivos)) - (await sizeWith([]))
      added.set(set, bytes)
      return bytes
    }
    const blanks = (await addedBy(most)) - (await addedBy(ficha.distintivos))
    return padded(html, Math.max(0, blanks))
  }
}

function padded(html: string, blanks: number): string {
  const length = Buffer.byteLength(html)
  return html.replace('</body>', () => `${' '.repeat(enPasos(length + blanks) - length)}</body>`)
}

/** Candidates who left, and those of whom nothing is shown, never have badges on a page. */
function showsBadges({ estatus, reserva, finDifusion, secciones }: Ficha): boolean {
  return reserva !== 'persona' && !finDifusion && (estatus === 'aprobada' || secciones.length > 0)
}
