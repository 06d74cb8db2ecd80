import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import { longDate, type ActividadPack, type Milestone, type ProcesoPack, type SentidoRespuesta, type TipoPaso } from '@conoceles/domain'
import { Cumplimiento } from '../modules/programa/actividades/index.ts'
import { borradorDeAvance } from '../modules/informes/index.ts'
import { ActorPolitico, Cargo, Proceso } from '../modules/proceso/index.ts'
import { Documento } from '../modules/registro/index.ts'
import {
  ContenidoSenalado,
  ObservacionEntregable,
  PasoRegistrado,
  RespuestaEntregable,
  VersionEntregable,
} from '../modules/programa/entregables/index.ts'
import { sha256 } from '../shared/criptografia/canonical.ts'
import { createDocumentos } from '../shared/documentos/documentos.ts'
import type { PdfDocument } from '../shared/documentos/pdf/model.ts'
import { nombreFicticio } from '../simulacro/index.ts'
import { informeEnMedio } from './en-medio.ts'
import { asDate, insertInBatches, must, type SimulacroDeps } from './rows.ts'

interface Loading {
  pack: ProcesoPack
  procesoId: string
  ahora: string
}

/** Synthetic work behind the approvals before the simulacro begins, and one entregable in the middle of its life. */
export async function loadEntregables(tx: EntityManager, deps: SimulacroDeps, loading: Loading): Promise<void> {
  const { pack, procesoId } = loading
  const documentoId = await insertDocumento(tx, deps, loading)
  const place: Place = { procesoId, zona: pack.zona, documentoId }
  const works = [
    ...(await approvedOf(tx, pack)).map(([work, at]) => finished({ ...place, ...work }, at)),
    ...(await begun({ tx, deps, loading }, place)),
  ]
  await insertInBatches(
    tx,
    VersionEntregable,
    works.flatMap(({ versiones }) => versiones),
  )
  await insertInBatches(
    tx,
    ContenidoSenalado,
    works.flatMap(({ senales }) => senales),
  )
  await insertInBatches(
    tx,
    ObservacionEntregable,
    works.flatMap(({ observaciones }) => observaciones),
  )
  await insertInBatches(
    tx,
    RespuestaEntregable,
    works.flatMap(({ respuestas }) => respuestas),
  )
  await insertInBatches(
    tx,
    PasoRegistrado,
    works.flatMap(({ registros }) => registros),
  )
  await insertInBatches(
    tx,
    Cumplimiento,
    works.flatMap(({ cumplimientos }) => cumplimientos),
  )
}

interface Place {
  procesoId: string
  zona: string
  documentoId: string
}

interface Work {
  entregable: string
  actividad: ActividadPack
}

interface Filas {
  versiones: VersionEntregable[]
  senales: ContenidoSenalado[]
  observaciones: ObservacionEntregable[]
  respuestas: RespuestaEntregable[]
  registros: PasoRegistrado[]
  cumplimientos: Cumplimiento[]
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** One sheet that explains itself, shared by every version but the one that is voted next. */
async function insertDocumento(tx: EntityManager, deps: SimulacroDeps, loading: Loading): Promise<string> {
  const { pack, ahora } = loading
  const sheet: PdfDocument = {
    title: 'Documento de muestra',
    institute: pack.instituto.nombre,
    proceso: pack.nombre,
    foot: 'SIMULACRO',
    notice: 'SIMULACRO: este documento no existe. Ocupa el lugar del que se presentaría.',
    createdAt: ahora,
    orientation: 'portrait',
    blocks: [
      { type: 'paragraph', text: 'Sirve para ensayar el trabajo de los entregables: sus versiones, sus observaciones y su contenido.' },
    ],
  }
  return insertPdf({ tx, deps, loading }, { nombre: 'SIMULACRO-documento-de-muestra.pdf', document: sheet })
}

interface Load {
  tx: EntityManager
  deps: SimulacroDeps
  loading: Loading
}

async function insertPdf({ tx, deps, loading }: Load, { nombre, document }: { nombre: string; document: PdfDocument }): Promise<string> {
  const documentos = createDocumentos({ workerPath: join(deps.config.trabajadores, 'documento.worker.js') })
  const contenido = await documentos.pdf(document)
  const id = randomUUID()
  await tx.insert(Documento, {
    ...{ id, procesoId: loading.procesoId, nombre, medio: 'application/pdf' },
    ...{ bytes: contenido.length, sha256: sha256(contenido), contenido },
    ...{ recibidoEn: must(asDate(loading.ahora), 'ahora'), recibidoPor: NOBODY },
  })
  return id
}

const APPROVALS: readonly Milestone[] = ['comision', 'comite', 'pleno']

/** Approved entregables that have a project behind them, each with the day of its first approval. */
async function approvedOf(tx: EntityManager, { programa, zona }: ProcesoPack): Promise<[Work, Temporal.PlainDate][]> {
  const done = await tx.find(Cumplimiento, { where: { folio: 'SIMULACRO' }, order: { ocurridoEn: 'ASC' } })
  const approved = new Map<string, [Work, Temporal.PlainDate]>()
  for (const { entregable, milestone, ocurridoEn } of done) {
    const actividad = programa.actividades.find(({ clave }) => clave === entregable.split('/')[0])
    if (!actividad || !APPROVALS.includes(milestone) || approved.has(entregable) || !pasoOf(actividad, 'proyecto')) continue
    const day = Temporal.Instant.fromEpochMilliseconds(ocurridoEn.getTime()).toZonedDateTimeISO(zona).toPlainDate()
    approved.set(entregable, [{ entregable, actividad }, day])
  }
  return [...approved.values()]
}

function pasoOf({ cadena }: ActividadPack, tipo: TipoPaso): string | null {
  return cadena.find((paso) => paso.tipo === tipo)?.clave ?? null
}

/** Synthetic members: nobody of the institute has these names. */
const OBSERVAN = [
  { integrante: nombreFicticio('Integrante Uno'), lugar: 'Página 2', texto: 'Precisar qué área responde por cada actividad.' },
  { integrante: nombreFicticio('Integrante Dos'), lugar: 'Página 5', texto: 'Agregar las fechas de cada etapa.' },
] as const
const CALLADA = nombreFicticio('Presidencia')
const RESPONDEN: readonly { sentido: SentidoRespuesta; texto: string }[] = [
  { sentido: 'aceptada', texto: 'Se agregó una columna con el área que responde.' },
  { sentido: 'parcial', texto: 'Se agregaron las fechas que ya fija el calendario; las demás dependen de otras áreas.' },
]

/** From the project to the final version, in the two weeks before its approval. */
function finished(place: Place & Work, approved: Temporal.PlainDate): Filas {
  const on = (days: number) => dayOf(place, approved.subtract({ days }))
  const [proyecto, reunion, final] = [
    toVersion(place, { numero: 1, clase: 'proyecto', nota: 'Proyecto que se presenta a la reunión de trabajo.', ...on(14) }),
    toVersion(place, { numero: 2, clase: 'reunion_trabajo', nota: 'Atiende lo observado en la reunión de trabajo.', ...on(7) }),
    toVersion(place, { numero: 3, clase: 'final', nota: 'Versión que se aprueba.', ...on(0) }),
  ]
  const observaciones = [
    ...OBSERVAN.map((each) => toObservacion(place, { ...each, sinObservaciones: false, ...on(9) })),
    toObservacion(place, { integrante: CALLADA, lugar: null, texto: null, sinObservaciones: true, ...on(9) }),
  ]
  return {
    versiones: [proyecto, reunion, final],
    senales: place.actividad.contenidos.map((contenido, at) =>
      toSenal(place, { contenido, lugar: `Página ${at + 1}`, versionId: final.id, en: on(0).en }),
    ),
    observaciones,
    respuestas: RESPONDEN.map((each, at) => ({
      ...{ id: randomUUID(), observacionId: must(observaciones[at], each.texto).id, versionId: reunion.id, ...each },
      ...{ folio: FOLIO, registradaEn: on(7).en, registradaPor: null, rol: null },
    })),
    registros: [
      ...toRegistro(place, 'trabajo', on(16).en),
      ...toRegistro(place, 'convocatoria_reunion', on(12).en),
      ...toRegistro(place, 'observaciones', on(9).en),
      ...toRegistro(place, 'convocatoria_sesion', on(3).en),
    ],
    cumplimientos: undatedOf(place.actividad).map((milestone) =>
      toCumplimiento(place, { milestone, en: dayOf(place, approved.subtract({ days: 1 }), '14:00').en }),
    ),
  }
}

/** Approvals that are only a step of the chain: no source dates them. */
function undatedOf({ cadena, statements }: ActividadPack): Milestone[] {
  const dated = new Set(statements.map(({ milestone }) => milestone))
  return cadena.flatMap(({ milestone }) => (milestone && APPROVALS.includes(milestone) && !dated.has(milestone) ? [milestone] : []))
}

/** The informe that the Pleno votes next: its project is made. */
async function begun(load: Load, place: Place): Promise<Filas[]> {
  const { pack, ahora } = load.loading
  const actividad = informeEnMedio(pack, ahora)?.actividad
  if (!actividad) return []
  const today = Temporal.Instant.from(ahora).toZonedDateTimeISO(pack.zona).toPlainDate()
  const here = { ...place, entregable: actividad.clave, actividad, documentoId: await insertAvance(load, actividad) }
  const proyecto = { numero: 1, clase: 'proyecto', nota: `Proyecto con las cifras al ${longDate(today.toString())}.` } as const
  return [
    {
      ...{ senales: [], observaciones: [], respuestas: [], cumplimientos: [] },
      versiones: [toVersion(here, { ...proyecto, fecha: today.toString(), en: must(asDate(ahora), 'ahora') })],
      registros: toRegistro(here, 'convocatoria_reunion', dayOf(place, today.subtract({ days: 2 })).en),
    },
  ]
}

/** The document that the system itself writes: a member of the Pleno reads what she votes. */
async function insertAvance(load: Load, { clave, numero, nombre }: ActividadPack): Promise<string> {
  const { tx, deps } = load
  const document = await borradorDeAvance(tx, {
    entregable: { clave, numero, nombre, mes: load.loading.ahora.slice(0, 7) },
    procesos: {
      proceso: (each) => each.findOneByOrFail(Proceso, {}),
      cargos: (each) => each.find(Cargo, { order: { orden: 'ASC' } }),
      actores: (each) => each.find(ActorPolitico, { order: { orden: 'ASC' } }),
    },
    ...{ clock: deps.clock, lector: tx, textos: TEXTOS },
  })
  return insertPdf(load, { nombre: `SIMULACRO-informe-${clave}-proyecto.pdf`, document })
}

const TEXTOS = new Map([
  [
    'presentacion',
    'Este proyecto de informe se presenta al Pleno para que conozca cuántas candidaturas han capturado sus cuestionarios, cuántas faltan y en qué plazo están. Las personas y las cifras son del simulacro.',
  ],
  [
    'analisis',
    'La captura no es pareja: las tablas por cargo y por actor político dicen dónde están las que faltan y cuáles tienen vencido su plazo. Que una captura esté incompleta no afecta el registro de la candidatura.',
  ],
  [
    'acciones',
    'La Secretaría Ejecutiva recuerda por correo a los actores políticos las candidaturas que les faltan, y da acompañamiento a quien lo pide.\n\n- Se repite el recordatorio cada semana hasta que termine el plazo.\n- El siguiente informe dirá cuántas avanzaron desde éste.',
  ],
])

interface Day {
  fecha: string
  en: Date
}

/** Only the day is known: the hour is a convention. An approval is a vote, and sesiones of the simulacro meet from 13:00 to 15:00. */
function dayOf({ zona }: Place, day: Temporal.PlainDate, hora = '12:00'): Day {
  const instant = day.toZonedDateTime({ timeZone: zona, plainTime: hora }).toInstant().toString()
  return { fecha: day.toString(), en: must(asDate(instant), instant) }
}

const FOLIO = 'SIMULACRO'
const STANDING = { retiradaEn: null, retiradaPor: null, retiradaMotivo: null }

function toVersion(
  { procesoId, entregable, documentoId }: Place & Work,
  { en, ...version }: Pick<VersionEntregable, 'numero' | 'clase' | 'nota'> & Day,
): VersionEntregable {
  const stamp = { folio: FOLIO, registradaEn: en, registradaPor: null, rol: null, textoDe: null }
  return { id: randomUUID(), procesoId, entregable, documentoId, ...version, ...stamp, ...STANDING }
}

function toSenal(
  { procesoId, entregable }: Place & Work,
  { en, ...senal }: Pick<ContenidoSenalado, 'contenido' | 'lugar' | 'versionId'> & { en: Date },
): ContenidoSenalado {
  const stamp = { folio: FOLIO, registradoEn: en, registradoPor: null, rol: null, quitadoEn: null, quitadoPor: null, quitadoMotivo: null }
  return { id: randomUUID(), procesoId, entregable, ...senal, ...stamp }
}

function toObservacion(
  { procesoId, entregable }: Place & Work,
  { en, ...said }: Pick<ObservacionEntregable, 'integrante' | 'lugar' | 'texto' | 'sinObservaciones'> & Day,
): ObservacionEntregable {
  const stamp = { folio: FOLIO, registradaEn: en, registradaPor: null, rol: null }
  return { id: randomUUID(), procesoId, entregable, cargo: 'Integrante de la Comisión', ...said, ...stamp, ...STANDING }
}

function toRegistro({ procesoId, entregable, actividad }: Place & Work, tipo: TipoPaso, en: Date): PasoRegistrado[] {
  const paso = pasoOf(actividad, tipo)
  if (paso === null) return []
  const stamp = { folio: FOLIO, registradoEn: en, registradoPor: null, rol: null, anuladoEn: null, anuladoPor: null, anuladoMotivo: null }
  const referencia = `SIMULACRO/${entregable}/${paso.toUpperCase()}`
  const row = { id: randomUUID(), procesoId, entregable, paso, ocurridoEn: en, referencia, sinObservaciones: false, documentoId: null }
  return [{ ...row, ...stamp }]
}

function toCumplimiento({ procesoId, entregable }: Place & Work, { milestone, en }: { milestone: Milestone; en: Date }): Cumplimiento {
  const nobody = { registradoPor: null, anuladoEn: null, anuladoPor: null, anuladoMotivo: null }
  const referencia = `SIMULACRO/${entregable}/${milestone.toUpperCase()}`
  const row = { id: randomUUID(), procesoId, entregable, milestone, aplica: true, ocurridoEn: en, referencia, documentoId: null }
  return { ...row, folio: FOLIO, registradoEn: en, ...nobody }
}
