import sharp from 'sharp'
import { MEDIOS_SENAS, type MedioSenas, type SenasCargada, type SenasPack, type SenasPropia } from '@conoceles/domain'
import { sha256 } from '../shared/criptografia/canonical.ts'

/** Limits on the files that the institute gives: a phone plays them with prepaid data, and a corte writes them at once. */
const LARGEST_VIDEO = 12_000_000
const LARGEST_ALL = 60_000_000
const LARGEST_STILL = 2_000_000
const LARGEST_PIXELS = 4_000 * 4_000
const LARGEST_SUBTITLES = 200_000
/** Twice the width that a video has on a phone. */
const WIDTH = 640

/** Sentences of a file that cannot be played in its page. */
export class SenasError extends Error {}

/** A file that this site serves, by its name among the public resources. */
export interface ArchivoCargado {
  ruta: string
  medio: string
  contenido: Buffer
}

/** Videos of a pack as a proceso keeps them, and the files to keep beside. Throws SenasError where a file is not what it says, or too large. */
export async function senasOf(senas: readonly SenasPack[]): Promise<{ senas: SenasCargada[]; archivos: ArchivoCargado[] }> {
  const loaded = await Promise.all(senas.map(load))
  const archivos = loaded.flatMap(({ archivos: own }) => own)
  const bytes = archivos.reduce((sum, { contenido }) => sum + contenido.length, 0)
  if (bytes > LARGEST_ALL)
    throw new SenasError(`the videos of the pack take ${megas(bytes)} MB together; the limit is ${megas(LARGEST_ALL)} MB`)
  return { senas: loaded.map(({ cargada }) => cargada), archivos }
}

async function load(each: SenasPack): Promise<{ cargada: SenasCargada; archivos: ArchivoCargado[] }> {
  const { pagina, segundos, quien, fuente, confianza } = each
  const cartel = each.cartel === undefined ? undefined : await stillOf(pagina, each.cartel)
  const said = { pagina, segundos, quien, fuente, confianza, ...(cartel && { cartel: direccionOf(cartel) }) }
  if ('direccion' in each) return { cargada: { ...said, direccion: each.direccion, bytes: each.bytes }, archivos: cartel ? [cartel] : [] }
  const video = videoOf(each)
  const subtitulos = each.subtitulos === undefined ? undefined : subtitlesOf(pagina, each.subtitulos)
  const cargada = {
    ...said,
    ...{ direccion: direccionOf(video), bytes: video.contenido.length, medio: each.archivo.medio },
    ...(subtitulos && { subtitulos: direccionOf(subtitulos) }),
  }
  return { cargada, archivos: [video, cartel, subtitulos].filter((file) => file !== undefined) }
}

function videoOf({ pagina, archivo: { medio, contenido } }: SenasPropia): ArchivoCargado {
  const file = Buffer.from(contenido, 'base64')
  if (!(medio in MEDIOS_SENAS)) throw new SenasError(`the video of ${pagina} is ${String(medio)}; only mp4 and webm are played`)
  if (file.length > LARGEST_VIDEO)
    throw new SenasError(`the video of ${pagina} has ${megas(file.length)} MB; the limit is ${megas(LARGEST_VIDEO)} MB`)
  if (!isOf(medio, file)) throw new SenasError(`the video of ${pagina} does not begin as a file of ${MEDIOS_SENAS[medio]}`)
  return named(file, medio, MEDIOS_SENAS[medio])
}

/** The first bytes tell both media: a box called `ftyp`, or the mark of EBML. */
function isOf(medio: MedioSenas, file: Buffer): boolean {
  return medio === 'video/mp4' ? file.toString('latin1', 4, 8) === 'ftyp' : file.toString('hex', 0, 4) === '1a45dfa3'
}

/** Only pixels are kept of a still. */
async function stillOf(pagina: string, contenido: string): Promise<ArchivoCargado> {
  const file = Buffer.from(contenido, 'base64')
  if (file.length > LARGEST_STILL)
    throw new SenasError(`the still of ${pagina} has ${megas(file.length)} MB; the limit is ${megas(LARGEST_STILL)} MB`)
  const picture = await sharp(file, { limitInputPixels: LARGEST_PIXELS })
    .resize(WIDTH, null, { withoutEnlargement: true })
    .webp({ quality: 70 })
    .toBuffer()
    .catch((cause: unknown) => {
      throw new SenasError(`the still of ${pagina} cannot be read as a picture`, { cause })
    })
  return named(picture, 'image/webp', 'webp')
}

function subtitlesOf(pagina: string, text: string): ArchivoCargado {
  const file = Buffer.from(text)
  if (!/^WEBVTT\b/.test(text)) throw new SenasError(`the subtitles of ${pagina} do not begin with WEBVTT`)
  if (file.length > LARGEST_SUBTITLES) throw new SenasError(`the subtitles of ${pagina} have more than ${LARGEST_SUBTITLES} bytes`)
  return named(file, 'text/vtt; charset=utf-8', 'vtt')
}

function named(contenido: Buffer, medio: string, end: string): ArchivoCargado {
  return { ruta: `senas/${sha256(contenido)}.${end}`, medio, contenido }
}

const direccionOf = ({ ruta }: ArchivoCargado) => `/api/v1/publico/${ruta}`

function megas(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
