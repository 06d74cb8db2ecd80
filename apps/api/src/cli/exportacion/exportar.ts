import { archivoDeDatos, archivoDePagina, archivoDeRecurso, DATOS } from '../verificacion/archivos.ts'
import { ContradictionError, UnreadableError } from '../verificacion/faults.ts'
import { huellaDe, INVENTARIO, inventariar, SENA } from '../verificacion/inventario.ts'
import { openSource } from '../verificacion/source.ts'
import { verifyCortes } from '../verificacion/verify-cortes.ts'
import type { Carpeta } from './carpeta.ts'
import { Copiador, type Pieza } from './copiador.ts'
import { cortas, esSimulacro, fichasDe, pruebas, retiradas, sinPagina, versiones, type Ficha } from './fichas.ts'
import type { Sitio } from './sitio.ts'

interface Corte {
  numero: number
  en: string
  sha256: string
}

export interface Hecha {
  corte: Corte
  recursos: number
  /** Hash of its inventory: of every file that it holds. */
  huella: string
  escritos: number
  iguales: number
}

interface Export {
  sitio: Sitio
  carpeta: Carpeta
  /** When it is made, in ISO form. */
  ahora: string
  tell: (sentence: string) => void
}

/** The page without content, as the build has it. */
const ARMAZON = /^sin-conexion-[0-9a-f]+\.html$/
/** Page that the browser completes: a copy cannot render on request. */
const SHELL = archivoDePagina('/comparar')
const NO_ENCONTRADA = archivoDePagina('/no-encontrada')
const ASSETS = 'archivos.json'
const SIN_VISOR = 'Ese sistema no sirve el visor, o es de una versión anterior a este comando.'

/**
 * Copies the public world of the newest corte as files, by the site's public answers. The copy is verified like any other before it
 * replaces the old one. When a corte comes in meanwhile, the files are of two cortes: `null`, to begin again.
 */
export async function exportar({ sitio, carpeta, ahora, tell }: Export): Promise<Hecha | null> {
  const cortes = await everyElemento<Corte>(sitio, { ruta: 'cortes', numeroOf: ({ numero }) => numero })
  const [corte] = cortes
  if (!corte) throw new UnreadableError('Todavía no hay ningún corte publicado: no hay nada que exportar.')
  tell(`Corte ${corte.numero} de ${sitio.origen}`)
  try {
    const copiado = await copiar({ sitio, carpeta, ahora, tell }, { corte, cortes })
    if ((await newest(sitio)) !== corte.numero) return null
    await verifyCortes(openSource(carpeta.nueva), () => undefined)
    return { corte, ...copiado, escritos: carpeta.escritos, iguales: carpeta.iguales }
  } catch (error) {
    const moved = (error instanceof UnreadableError || error instanceof ContradictionError) && (await newest(sitio)) !== corte.numero
    if (moved) return null
    throw error
  }
}

async function newest(sitio: Sitio): Promise<number | undefined> {
  return (await sitio.json<{ elementos: Corte[] }>(`/${DATOS}/cortes`)).elementos[0]?.numero
}

async function copiar(
  { sitio, carpeta, ahora, tell }: Export,
  { corte, cortes }: { corte: Corte; cortes: readonly Corte[] },
): Promise<Pick<Hecha, 'recursos' | 'huella'>> {
  const copiador = new Copiador(sitio, carpeta, tell)
  const { recursos } = await sitio.json<{ recursos: { ruta: string; sha256: string }[] }>(`/${DATOS}/cortes/${corte.numero}`)
  await copiador.traer(
    'Recursos del corte',
    recursos.map(({ ruta, sha256 }) => ({ direccion: direccionDe(ruta), archivo: archivoDeRecurso(ruta), sha256 })),
  )
  await copiador.traer(
    'Manifiestos',
    ['llaves', 'cortes/vigente', ...cortes.map(({ numero }) => `cortes/${numero}`)].map((ruta) => datos(ruta)),
  )
  const cabezas = await everyElemento<{ cabecera: { numero: number } }>(sitio, {
    ruta: 'bitacora/cabezas',
    numeroOf: ({ cabecera }) => cabecera.numero,
  })
  await escribirJson(carpeta, archivoDeDatos('cortes'), { elementos: cortes })
  await escribirJson(carpeta, archivoDeDatos('bitacora/cabezas'), { elementos: cabezas })
  await descargas({ sitio, carpeta, ahora, tell }, copiador)
  await visor(sitio, { carpeta, copiador })
  const todas = fichasDe(recursos.map(({ ruta }) => ruta))
  await fichas({ sitio, carpeta, ahora, tell }, { copiador, todas })
  await copiador.traer(
    'Pruebas',
    (await pruebas(carpeta.nueva, todas)).map((ruta) => datos(ruta)),
  )
  const numeros = cortes.map(({ numero }) => numero)
  for (const id of await retiradas(carpeta.nueva, numeros, todas)) await senalar(carpeta, `retiradas/${id}`)
  if (await esSimulacro(carpeta.nueva)) await senalar(carpeta, 'simulacro')
  await carpeta.repetir(NO_ENCONTRADA, '404.html')
  const inventario = await inventariar(carpeta.nueva)
  await escribirTexto(carpeta, INVENTARIO, inventario)
  const huella = huellaDe(inventario)
  await escribirJson(carpeta, SENA, { hecha: ahora, de: sitio.origen, corte, inventario: huella })
  return { recursos: recursos.length, huella }
}

/** An empty file that says by being there how the server of the copy answers (`deploy/nginx-copia.conf`). */
async function senalar(carpeta: Carpeta, senal: string): Promise<void> {
  const archivo = `senales/${senal}`
  const before = await carpeta.anterior(archivo)
  if (before) await carpeta.conservar(archivo, before)
  else await carpeta.escribir(archivo, { '': Buffer.alloc(0) })
}

/** Histories, contiendas and the short addresses that the index gives: none of them is a resource, and pages lead to all of them. */
async function fichas({ sitio, carpeta }: Export, { copiador, todas }: { copiador: Copiador; todas: readonly Ficha[] }): Promise<void> {
  const contiendas = await sitio.json<{ elementos: { clave: string }[] }>(`/${DATOS}/contiendas`)
  await copiador.traer(
    'Contiendas',
    contiendas.elementos.map(({ clave }) => datos(`contiendas/${clave}`)),
  )
  await copiador.traer(
    'Historias',
    todas.map(({ id }) => datos(`candidaturas/${id}/historia`)),
  )
  const past = await versiones(carpeta.nueva, todas)
  await copiador.traer(
    'Versiones',
    past.map((hash) => ({ ...datos(`recursos/${hash}`), sha256: hash })),
  )
  for (const { from, archivo } of await cortas(carpeta.nueva, todas)) await carpeta.repetir(from, archivo)
  for (const direccion of await sinPagina(carpeta.nueva, todas)) await carpeta.repetir(SHELL, archivoDePagina(direccion))
}

/** Files of this build of the visor, and the addresses that nobody renders. */
async function visor(sitio: Sitio, { carpeta, copiador }: { carpeta: Carpeta; copiador: Copiador }): Promise<void> {
  const files = await sitio.json<string[]>(`/${ASSETS}`).catch((error: unknown) => {
    if (!(error instanceof UnreadableError)) throw error
    throw new UnreadableError(`${error.message} ${SIN_VISOR}`)
  })
  const armazon = files.find((file) => ARMAZON.test(file))
  if (armazon === undefined) throw new UnreadableError(SIN_VISOR)
  await copiador.traer(
    'Archivos del visor',
    [...files.filter((file) => !file.includes('..')), 'robots.txt'].map((file) => ({ direccion: `/${file}`, archivo: file })),
  )
  await carpeta.repetir(armazon, SHELL)
}

interface Descargas {
  elementos: { url: string }[]
  conjunto: string
  copia: { en: string } | null
}

/** The list of downloads, which knows sizes and hashes once they are made, is where a copy says that it is one. */
async function descargas({ sitio, carpeta, ahora }: Export, copiador: Copiador): Promise<void> {
  const ask = () => sitio.json<Descargas>(`/${DATOS}/descargas`)
  const lista = await ask()
  const rutas = [...lista.elementos.map(({ url }) => url), lista.conjunto].map((url) => url.slice(DATOS.length + 2))
  await copiador.traer(
    'Descargas y canales',
    [...rutas, 'novedades.atom', 'novedades.json'].map((ruta) => datos(ruta)),
  )
  await escribirJson(carpeta, archivoDeDatos('descargas'), { ...(await ask()), copia: { en: ahora } })
}

function datos(ruta: string): Pieza {
  return { direccion: `/${DATOS}/${ruta}`, archivo: archivoDeDatos(ruta) }
}

function direccionDe(ruta: string): string {
  return ruta.startsWith('paginas/') ? ruta.slice('paginas'.length) : `/${DATOS}/${ruta}`
}

function escribirJson(carpeta: Carpeta, archivo: string, value: unknown): Promise<void> {
  return escribirTexto(carpeta, archivo, JSON.stringify(value))
}

async function escribirTexto(carpeta: Carpeta, archivo: string, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  const before = await carpeta.anterior(archivo)
  if (before?.bytes.equals(bytes)) await carpeta.conservar(archivo, before)
  else await carpeta.escribir(archivo, { '': bytes })
}

/** A list that comes newest first and by pages, whole. */
async function everyElemento<T>(sitio: Sitio, { ruta, numeroOf }: { ruta: string; numeroOf: (each: T) => number }): Promise<T[]> {
  const found: T[] = []
  for (let antes = Infinity; antes > 1;) {
    const query = antes === Infinity ? '' : `?antes=${antes}`
    const { elementos } = await sitio.json<{ elementos: T[] }>(`/${DATOS}/${ruta}${query}`)
    const older = elementos.filter((each) => numeroOf(each) < antes)
    if (older.length === 0) break
    found.push(...older)
    antes = Math.min(...older.map(numeroOf))
  }
  return found
}
