import { longDate } from '@conoceles/domain'
import { createBuscador } from '@conoceles/domain/busqueda'
import { plainKey } from '@conoceles/domain/texto'
import { Temporal } from 'temporal-polyfill'
import { enPalabras, MENSAJES } from './mensajes.ts'
import type { Publicado } from './publicado.ts'

/** Finding of a tool. `pagina` and `datos` are the addresses, in this site, of the page and of the data that say it. */
export interface Hallazgo {
  resultado: 'hallado' | 'parecido' | 'ambiguo' | 'no_hallado' | 'retirada'
  mensaje?: string
  pagina: string
  datos: string
  contenido?: object
}

interface Opcion {
  clave: string
  nombre: string
  /** Other words by which somebody may ask for it. */
  otras?: string
}

/** Options that a text names: by clave or whole name; else by words of the name, also misspelt. */
export function resolver<T extends Opcion>(dicho: string, opciones: readonly T[]): T[] {
  const key = plainKey(dicho)
  const exact = opciones.filter(({ clave, nombre }) => plainKey(clave) === key || plainKey(nombre) === key)
  if (exact.length > 0) return exact
  const names = opciones.map(({ clave, nombre, otras = '' }) => ({ nombre: `${clave} ${nombre} ${otras}`, apodo: null, reserva: null }))
  const puntos = createBuscador(names).buscar(dicho)?.puntos
  return opciones.filter((_, at) => (puntos?.[at] ?? 0) > 0)
}

type Pedido = readonly [campo: string, dicho: string | undefined, opciones: readonly Opcion[]]

/** The one option of each text; or the finding that says which text names none, or several. */
export function resolverTodos(
  pedidos: readonly Pedido[],
  at: Pick<Hallazgo, 'pagina' | 'datos'>,
): Hallazgo | { claves: Record<string, Opcion> } {
  const claves: Record<string, Opcion> = {}
  for (const [campo, dicho, opciones] of pedidos) {
    if (dicho === undefined) continue
    const [first, ...more] = resolver(dicho, opciones)
    if (!first) return { ...at, resultado: 'no_hallado', mensaje: MENSAJES.sinOpcion(dicho), contenido: { campo } }
    if (more.length > 0) {
      const found = [first, ...more].map(({ clave, nombre }) => ({ clave, nombre }))
      return { ...at, resultado: 'ambiguo', mensaje: MENSAJES.ambiguo(dicho), contenido: { campo, opciones: found } }
    }
    claves[campo] = { clave: first.clave, nombre: first.nombre }
  }
  return { claves }
}

/** Longest answer, in characters: a model reads all of it. */
const MOST = 100_000

/** The finding as it is handed out: with its citation, and never longer than a client can read. */
export async function citar(
  { resultado, mensaje, pagina, datos, contenido }: Hallazgo,
  { publicado, origen }: { publicado: Publicado; origen: string },
): Promise<object> {
  const [proceso, corte] = await Promise.all([publicado.comun('proceso'), publicado.ultimoCorte()])
  const direccion = origen + pagina
  const fecha = corte.en
    ? Temporal.Instant.fromEpochMilliseconds(corte.en.getTime()).toZonedDateTimeISO(proceso.zona).toPlainDate().toString()
    : ''
  const cita = {
    corte: corte.numero,
    fecha,
    direccion,
    datos: origen + datos,
    texto: enPalabras({
      instituto: proceso.instituto.nombre,
      proceso: proceso.nombre,
      corte: corte.numero,
      fecha: longDate(fecha),
      direccion,
    }),
    responsabilidad: proceso.responsabilidad,
  }
  const head = { resultado, ...(mensaje && { mensaje }), simulacro: proceso.simulacro }
  const whole = { ...head, ...contenido, cita }
  return JSON.stringify(whole).length <= MOST ? whole : { ...head, mensaje: MENSAJES.grande, cita }
}
