import { outcome } from '@conoceles/api-client'
import {
  compararExtracto,
  contenidoDe,
  listarCabezas,
  nombreActo,
  readCabezas,
  readEstadosDeCortes,
  renglonesDe,
  sentenceOfExtracto,
  UnreadableError,
  veredictoDe,
  type CorteFirmado,
  type Criptografia,
  type EstadoFirmado,
  type InformeExtracto,
  type RenglonExtracto,
} from '@conoceles/domain'
import { messageOf } from '@conoceles/domain/typed'
import { publicClient } from '../../../api.ts'
import { t, tn } from '../mensajes.ts'
import { problemText } from '../../../shared/red/problems.ts'
import { criptografiaWeb } from './criptografia-web.ts'
import { lineasDe, textoDe } from './lineas.ts'

/** Result of the check of a file, in the words of the command. */
export interface Veredicto {
  tone: 'success' | 'warning' | 'error'
  titulo: string
  frases: string[]
}

/**
 * Checks an extract in this browser: its chain, and the heads that the system publishes signed. The file goes nowhere.
 * @param read learns which part of the file (0 to 1) was read.
 */
export async function comprobarExtracto(file: File, read: (part: number) => void): Promise<Veredicto> {
  try {
    const web = await criptografiaWeb()
    if (web === null) throw new UnreadableError(t('bitacora.archivo.sinCripto'))
    const publicadas = await readPublicadas(web.cripto)
    const lines = lineasDe(
      textoDe(file, (bytes) => read(bytes / file.size)),
      pause,
    )
    const informe = await compararExtracto(renglonesDe(lines, web.cripto), { publicadas, relacionar })
    const comparado = publicadas.length === 0 ? t('bitacora.archivo.sinCabezas') : comparadoCon(publicadas.length, web)
    return { ...acuerdo(informe), frases: [...sentenceOfExtracto(informe, file.name).split('\n'), comparado] }
  } catch (fault) {
    return desacuerdo(fault)
  }
}

function acuerdo({ actos, despues, anclado }: InformeExtracto): Pick<Veredicto, 'tone' | 'titulo'> {
  if (anclado > 0 && anclado < actos) return { tone: 'warning', titulo: t('bitacora.archivo.hastaElActo', { n: anclado }) }
  if (anclado === 0) return { tone: 'warning', titulo: t('bitacora.archivo.sinFirma') }
  return { tone: 'success', titulo: t(despues === null ? 'bitacora.archivo.coincide' : 'bitacora.archivo.integro') }
}

function desacuerdo(fault: unknown): Veredicto {
  const titulo = veredictoDe(fault)
  if (titulo !== null) return { tone: 'error', titulo, frases: messageOf(fault).split('\n') }
  if (fault instanceof UnreadableError) return { tone: 'warning', titulo: t('bitacora.noSeComprobo'), frases: [fault.message] }
  // The device took the file away while it was read.
  if (fault instanceof DOMException) return { tone: 'warning', titulo: t('bitacora.noSeComprobo'), frases: [t('bitacora.archivo.noSeLee')] }
  throw fault
}

function comparadoCon(cabezas: number, { firmas }: { firmas: boolean }): string {
  return tn(firmas ? 'bitacora.archivo.conFirmas' : 'bitacora.archivo.sinEd25519', cabezas)
}

/** Heads of each hour, and of the newest cortes: what was signed since the last hour. Each corte names thousands of files. */
const CORTES = 5

/** Signed heads that are public, the shortest first. */
async function readPublicadas(cripto: Criptografia): Promise<EstadoFirmado[]> {
  const llaves = () => asked(publicClient.GET('/api/v1/publico/llaves'))
  const cabezas = await listarCabezas(async (antes) => {
    const query = antes === null ? {} : { antes }
    return (await asked(publicClient.GET('/api/v1/publico/bitacora/cabezas', { params: { query } }))).elementos
  })
  const { elementos } = await asked(publicClient.GET('/api/v1/publico/cortes'))
  const cortes: CorteFirmado[] = []
  for (const { numero } of elementos.slice(0, CORTES)) {
    cortes.push(await asked(publicClient.GET('/api/v1/publico/cortes/{numero}', { params: { path: { numero } } })))
  }
  const found = [...(await readCabezas({ cabezas, llaves }, cripto)), ...(await readEstadosDeCortes({ cortes, llaves }, cripto))]
  return found.sort((a, b) => a.n - b.n)
}

async function asked<T>(call: Parameters<typeof outcome<T>>[0]): Promise<T> {
  const result = await outcome<T>(call)
  if (!result.ok) throw new UnreadableError(problemText(result.problem))
  return result.data
}

/** Counts of the acts that the system may lack. */
function relacionar(renglones: readonly RenglonExtracto[]): string {
  const counts = new Map<string, number>()
  for (const renglon of renglones) {
    const nombre = nombreActo(String(contenidoDe(renglon).acto))
    counts.set(nombre, (counts.get(nombre) ?? 0) + 1)
  }
  return t('bitacora.archivo.faltan', { actos: [...counts].map(([nombre, times]) => `${nombre} (${times})`).join('; ') })
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
