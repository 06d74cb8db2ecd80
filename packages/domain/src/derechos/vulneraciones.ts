/**
 * Breaches of personal data. Source: LGPDPPSO (DOF 20-03-2025), arts. 33 a 35: a bitácora of them, notice «sin dilación alguna» to the persons and to the
 * autoridad garante once it is confirmed that rights are affected significantly, and five contents of that notice. It fixes no hours.
 */
export const TIPOS_VULNERACION = ['perdida', 'robo', 'uso', 'alteracion'] as const
export type TipoVulneracion = (typeof TIPOS_VULNERACION)[number]

export const CLASES_DATOS = ['identificacion', 'contacto', 'identidad', 'trayectoria', 'fotografia', 'documentos', 'acceso'] as const
export type ClaseDatos = (typeof CLASES_DATOS)[number]

export const DESTINOS_NOTIFICACION = ['personas', 'garante'] as const
export type DestinoNotificacion = (typeof DESTINOS_NOTIFICACION)[number]

export const ACTOS_VULNERACION = [
  'confirmar_afectacion',
  'descartar_afectacion',
  'proponer_notificaciones',
  'confirmar_notificaciones',
  'devolver_notificaciones',
  'enviar_personas',
  'enviar_garante',
  'anotar',
] as const
export type ActoVulneracion = (typeof ACTOS_VULNERACION)[number]
/** Acts that the law of two people gives to somebody else than the first one: also to an account that does not keep the register. */
export const ACTOS_SEGUNDA_PERSONA: readonly ActoVulneracion[] = [
  'descartar_afectacion',
  'confirmar_notificaciones',
  'devolver_notificaciones',
]

export const ESTATUS_VULNERACION = ['en_analisis', 'sin_afectacion', 'por_redactar', 'por_confirmar', 'por_enviar', 'notificada'] as const
export type EstatusVulneracion = (typeof ESTATUS_VULNERACION)[number]

export interface HechoVulneracion {
  acto: ActoVulneracion
  /** Instant at which it happened, in ISO form. */
  en: string
  /** Account that did it. */
  por: string
}

/** Contents of the notices, as far as they are written down. */
export interface ContenidosNotificacion {
  que: string
  datos: readonly ClaseDatos[]
  medidas: string
  recomendaciones: string
  medios: string
}

export interface Vulneracion extends ContenidosNotificacion {
  registradaPor: string
  /** How many persons and accounts are known to be affected. */
  afectadas: number
  hechos: readonly HechoVulneracion[]
}

export function estatusVulneracion({ hechos }: Pick<Vulneracion, 'hechos'>): EstatusVulneracion {
  const estatus = hechos.reduce<EstatusVulneracion>((before, { acto }) => TRAS[acto] ?? before, 'en_analisis')
  return estatus === 'por_enviar' && DESTINOS_NOTIFICACION.every((destino) => enviada({ hechos }, destino)) ? 'notificada' : estatus
}

const TRAS: Partial<Record<ActoVulneracion, EstatusVulneracion>> = {
  confirmar_afectacion: 'por_redactar',
  descartar_afectacion: 'sin_afectacion',
  proponer_notificaciones: 'por_confirmar',
  confirmar_notificaciones: 'por_enviar',
  devolver_notificaciones: 'por_redactar',
}

/** The act by which a notice went out; null: it did not yet. */
export function enviada<H extends HechoVulneracion>({ hechos }: { hechos: readonly H[] }, destino: DestinoNotificacion): H | null {
  return hechos.find(({ acto }) => acto === `enviar_${destino}`) ?? null
}

/** From when it was confirmed that rights are affected, until both notices were out; `hasta` null: it still runs. */
export function relojVulneracion(vulneracion: Pick<Vulneracion, 'hechos'>): { desde: string; hasta: string | null } | null {
  const desde = vulneracion.hechos.findLast(({ acto }) => acto === 'confirmar_afectacion')?.en
  if (desde === undefined || estatusVulneracion(vulneracion) === 'sin_afectacion') return null
  const sent = DESTINOS_NOTIFICACION.flatMap((destino) => enviada(vulneracion, destino)?.en ?? [])
  return { desde, hasta: sent.length === DESTINOS_NOTIFICACION.length ? (sent.toSorted().at(-1) ?? null) : null }
}

/** Whether something is owed: that it is judged, or that its notices go out. */
export function vulneracionAbierta(estatus: EstatusVulneracion): boolean {
  return estatus !== 'sin_afectacion' && estatus !== 'notificada'
}

/** Contents are amended until their notices are proposed; proposed ones are confirmed or given back as they were. */
export function vulneracionEditable(estatus: EstatusVulneracion): boolean {
  return estatus === 'en_analisis' || estatus === 'por_redactar'
}

/** The five contents, and whose data they are, that are missing from the notices. */
export function faltasNotificacion({ que, datos, medidas, recomendaciones, medios, afectadas }: Vulneracion): string[] {
  return [
    ...(que.trim() === '' ? ['Falta la naturaleza del incidente.'] : []),
    ...(datos.length === 0 ? ['Faltan los datos comprometidos.'] : []),
    ...(recomendaciones.trim() === '' ? ['Faltan las recomendaciones a las personas.'] : []),
    ...(medidas.trim() === '' ? ['Faltan las acciones correctivas.'] : []),
    ...(medios.trim() === '' ? ['Faltan los medios para obtener más información.'] : []),
    ...(afectadas === 0 ? ['Falta decir de quiénes son los datos.'] : []),
  ]
}

/** Why an act cannot be done now by this account; empty: it can. */
export function razonesContraVulneracion(acto: ActoVulneracion, vulneracion: Vulneracion, cuentaId: string): string[] {
  const needed = DESDE[acto]
  if (needed && !needed.estatus.includes(estatusVulneracion(vulneracion))) return [needed.si]
  return RULES[acto]?.(vulneracion, cuentaId) ?? []
}

interface Desde {
  estatus: readonly EstatusVulneracion[]
  /** Reason given in every other estatus. */
  si: string
}
const EN_ANALISIS: Desde = { estatus: ['en_analisis'], si: 'Ya se decidió si afecta de forma significativa los derechos.' }
const POR_CONFIRMAR: Desde = { estatus: ['por_confirmar'], si: 'No hay notificaciones propuestas que esperen a otra persona.' }
const POR_ENVIAR: Desde = { estatus: ['por_enviar'], si: 'Se envía lo que otra persona ya confirmó, y una sola vez.' }
const DESDE: Partial<Record<ActoVulneracion, Desde>> = {
  confirmar_afectacion: { ...EN_ANALISIS, estatus: ['en_analisis', 'sin_afectacion'] },
  descartar_afectacion: EN_ANALISIS,
  proponer_notificaciones: {
    estatus: ['por_redactar'],
    si: 'Las notificaciones se proponen cuando se confirmó la afectación y nadie las ha propuesto.',
  },
  confirmar_notificaciones: POR_CONFIRMAR,
  devolver_notificaciones: POR_CONFIRMAR,
  enviar_personas: POR_ENVIAR,
  enviar_garante: POR_ENVIAR,
}

type Rule = (vulneracion: Vulneracion, cuentaId: string) => string[]

const sentOnce =
  (destino: DestinoNotificacion): Rule =>
  (vulneracion) =>
    enviada(vulneracion, destino) ? [POR_ENVIAR.si] : []

const RULES: Partial<Record<ActoVulneracion, Rule>> = {
  descartar_afectacion: ({ registradaPor }, cuentaId) =>
    registradaPor === cuentaId ? ['Que no hay afectación lo decide una persona distinta de quien la registró.'] : [],
  proponer_notificaciones: faltasNotificacion,
  confirmar_notificaciones: ({ hechos }, cuentaId) =>
    hechos.findLast(({ acto }) => acto === 'proponer_notificaciones')?.por === cuentaId
      ? ['Las confirma una persona distinta de quien las propuso.']
      : [],
  enviar_personas: sentOnce('personas'),
  enviar_garante: sentOnce('garante'),
}
