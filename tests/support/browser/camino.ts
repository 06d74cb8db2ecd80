import { COLUMNAS_IMPORTACION, type ColumnaImportacion } from '@conoceles/domain'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { heading } from './captura.ts'
import { packEnCaptura as pack } from '../paquete.ts'

/** The person whose whole path is walked: nobody of the simulacro, in a place that her party left free. */
export const CAMINO = {
  actor: 'PAN',
  acuerdo: 'ENSAYO/CAMINO/2024',
  nombre: 'Yolotzin Ensayo Camino',
  /** Asked for clarifications only: public it never is. */
  canario: 'canario-privado-7f3d@correo.example',
  alternativo: 'Persona de ensayo frente a un muro color arena',
  historia: textOf('Trabajó en el taller familiar y después en la cooperativa del barrio'),
  trayectoria: textOf('Participó en el comité de vecinas y vecinos que cuida el manantial'),
  motivo: textOf('Quiere que las decisiones del cabildo se tomen a la vista de todas las personas'),
  propuesta: textOf('Reparar la red de agua colonia por colonia con un calendario a la vista'),
  observada: textOf('Repetir un lema de campaña que la norma no admite en este cuestionario'),
  corregida: textOf('Abrir una biblioteca en cada delegación con horario de tarde y sábado'),
  genero: textOf('Alumbrar los caminos a la escuela y al trabajo con las mujeres que los andan'),
  observacion: 'La segunda propuesta lleva un lema: escriba la propuesta sin él.',
} as const

/** A text a little longer than the least that the long questions take. */
function textOf(phrase: string): string {
  return Array.from({ length: 7 }, (_, index) => `${phrase}${index === 0 ? '' : `, parte ${index + 1}`}.`).join(' ')
}

/** Text of a ground of observation. */
export function supuesto(clave: string): string {
  const found = pack.supuestos.find((entry) => entry.clave === clave)
  if (!found) throw new Error(`there is no ground ${clave}`)
  return found.texto
}

/** The approved list with one row: the candidatura, in the first place for a regiduría that her party left free. */
export async function approvedList(url: string): Promise<string> {
  const { municipio, numero } = await freePlace(url, CAMINO.actor)
  const row: Record<ColumnaImportacion, string> = {
    clave: `ensayo-camino-${municipio}`,
    cargo: 'regiduria',
    demarcacion: municipio,
    actor_politico: CAMINO.actor,
    partido_origen: CAMINO.actor,
    numero: String(numero),
    calidad: 'propietaria',
    nombre: 'Yolotzin',
    primer_apellido: 'Ensayo',
    segundo_apellido: 'Camino',
    apodo: '',
    sexo: 'mujer',
    fecha_nacimiento: '1988-04-30',
    accion_afirmativa: '',
    eleccion_consecutiva: 'no',
    acuerdo_numero: CAMINO.acuerdo,
    acuerdo_fecha: '2024-04-19',
  }
  return `${COLUMNAS_IMPORTACION.join(',')}\r\n${COLUMNAS_IMPORTACION.map((columna) => `"${row[columna]}"`).join(',')}\r\n`
}

/** The first place for a regiduría that an actor político left free. */
export async function freePlace(url: string, actor: string): Promise<{ municipio: string; numero: number }> {
  for (const contienda of pack.contiendas.filter(({ cargo }) => cargo === 'regiduria')) {
    const query = new URLSearchParams({ cargo: 'regiduria', municipio: contienda.demarcacion, actor, limite: '50' })
    const answer = await fetch(`${url}/api/v1/publico/candidaturas?${query}`)
    const { elementos } = (await answer.json()) as { elementos: { numero: number }[] }
    const numero = Math.max(0, ...elementos.map((row) => row.numero)) + 1
    if (elementos.length > 0 && numero <= (contienda.lugares ?? 0)) return { municipio: contienda.demarcacion, numero }
  }
  throw new Error(`${actor} left no place for a regiduría free`)
}

/** Delivers the account with which the candidaturas of an acuerdo are captured, from the list of what waits. */
export async function deliverAccount(page: Page, acuerdo: string): Promise<void> {
  await heading(page, 'Entregas de cuentas')
  const pendiente = page.getByRole('row', { name: new RegExp(acuerdo) })
  await pendiente.getByRole('link').first().click()
  await page.getByLabel('Quién recibe').fill('Representante ante el consejo')
  await page.getByRole('button', { name: 'Continuar y revisar' }).click()
  await page.getByRole('button', { name: 'Registrar la entrega' }).click()
  await page.getByText('La entrega quedó registrada y el plazo empezó').waitFor()
}

/** A portrait without anybody in it, large enough to be framed. */
export function drawPortrait(): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><rect width="900" height="1200" fill="#d8c9a8"/><circle cx="450" cy="480" r="210" fill="#8a5a3c"/><rect x="170" y="720" width="560" height="480" rx="180" fill="#3d4a5c"/></svg>`
  return sharp(Buffer.from(drawing)).jpeg().toBuffer()
}

/** A photograph as a phone keeps it: twelve million pixels with noise, some megabytes. */
export async function drawHeavy(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 150, sigma: 22 } as const
  const picture = sharp({ create: { width: 3000, height: 4000, channels: 3, background: '#888', noise } })
  const heavy = await picture.blur(0.6).jpeg({ quality: 97 }).toBuffer()
  if (heavy.length < 3_000_000) throw new Error(`the heavy photograph has ${heavy.length} bytes`)
  return heavy
}

/** A page with a stroke where somebody would sign. */
export function drawSignedForm(): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="850" height="1100"><rect width="850" height="1100" fill="#fff"/><path d="M200 900 q60 -90 120 0 t120 0 t120 0" stroke="#111" stroke-width="5" fill="none"/></svg>`
  return sharp(Buffer.from(drawing)).png().toBuffer()
}

export interface PublicCandidatura {
  id: string
  nombre: string
  secciones: { clave: string; estatus: string }[]
}

export async function readPublic<T>(url: string, path: string): Promise<T> {
  const answer = await fetch(`${url}/api/v1/publico${path}`)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return (await answer.json()) as T
}
