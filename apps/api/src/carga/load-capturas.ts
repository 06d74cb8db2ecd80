import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { localDay, ultimoDia, type ProcesoPack } from '@conoceles/domain'
import { Consentimiento } from '../modules/captura/consentimientos/index.ts'
import {
  createDataKey,
  encryptAnswer,
  Llave,
  Observacion,
  Pausa,
  RespuestaIdentidad,
  RespuestaObservacion,
  Seccion,
  SolicitudCorreccion,
} from '../modules/captura/index.ts'
import { Fotografia, Imagen, reencodeFotografia } from '../modules/captura/fotografias/index.ts'
import { rasterizeRetrato, type CapturaSimulada, type Simulacro } from '../simulacro/index.ts'
import type { LoadedPack } from './load-pack.ts'
import { asDate, candidaturaId, insertInBatches, must, type SimulacroDeps } from './rows.ts'

interface Place {
  pack: ProcesoPack
  loaded: LoadedPack
  simulacro: Simulacro
}

/** Loads the captures of the synthetic people: answers, identity answers under their own keys, consents, photographs, observations. */
export async function loadCapturas(tx: EntityManager, deps: SimulacroDeps, place: Place): Promise<void> {
  const { capturas } = place.simulacro
  await insertInBatches(
    tx,
    Seccion,
    capturas.flatMap((captura) => seccionesOf(captura, place.loaded)),
  )
  await loadIdentidad(tx, deps, capturas)
  await insertInBatches(
    tx,
    Consentimiento,
    capturas.flatMap((captura) => consentimientoOf(captura, place.loaded)),
  )
  await loadRevision(tx, place)
  await loadFotografias(tx, place)
}

function seccionesOf(captura: CapturaSimulada, { cuestionarios }: LoadedPack): Seccion[] {
  return captura.secciones.map(({ cuestionario, clave, estatus, respuestas, guardadaEn }) => {
    const own = cuestionario === 'curricular' ? respuestas : null
    const version = guardadaEn ? 1 : 0
    return {
      id: randomUUID(),
      candidaturaId: candidaturaId(captura.candidatura),
      cuestionarioId: must(cuestionarios.get(cuestionario), captura.candidatura),
      clave,
      estatus,
      version,
      respuestas: own,
      guardadaEn: asDate(guardadaEn),
      ...FIRST_VERSION,
      ...IN_TIME_BY_OTHERS,
      ...(captura.validadaEn === null ? NEVER_VALIDATED : { validadas: own, versionValidada: version }),
      ...(REVIEWED.includes(estatus) && captura.verificadaEn !== null
        ? { verificadas: own, verificadaEn: asDate(captura.verificadaEn), versionVerificada: version }
        : NEVER_VERIFIED),
    }
  })
}

const FIRST_VERSION = { validadasCuestionarioId: null, verificadasCuestionarioId: null, reabierta: false }
const IN_TIME_BY_OTHERS = { extemporanea: false, deLaPersona: false, propias: null, propiasEn: null }
const NEVER_VALIDATED = { validadas: null, versionValidada: null }
const NEVER_VERIFIED = { verificadas: null, verificadaEn: null, versionVerificada: null }
const REVIEWED: readonly string[] = ['verificada', 'observada', 'en_correccion']

async function loadIdentidad(tx: EntityManager, { secretos }: SimulacroDeps, capturas: CapturaSimulada[]): Promise<void> {
  const llaves: Llave[] = []
  const respuestas: RespuestaIdentidad[] = []
  for (const captura of capturas) {
    const answers = Object.assign({}, ...captura.secciones.filter(isIdentidad).map((seccion) => seccion.respuestas)) as Record<
      string,
      unknown
    >
    if (Object.keys(answers).length === 0) continue
    const id = candidaturaId(captura.candidatura)
    const { key, kid, envuelta } = createDataKey(secretos.llavero, id)
    llaves.push({ candidaturaId: id, kid, envuelta })
    for (const [pregunta, value] of Object.entries(answers)) {
      const cifrada = encryptAnswer(key, { candidaturaId: id, pregunta }, value)
      respuestas.push({
        candidaturaId: id,
        pregunta,
        cifrada,
        ...{ cuestionarioId: null, propiaCuestionarioId: null, validadaCuestionarioId: null, verificadaCuestionarioId: null },
        propia: null,
        validada: captura.validadaEn ? cifrada : null,
        verificada: captura.verificadaEn ? cifrada : null,
      })
    }
  }
  await insertInBatches(tx, Llave, llaves)
  await insertInBatches(tx, RespuestaIdentidad, respuestas)
}

function isIdentidad({ cuestionario }: { cuestionario: string }): boolean {
  return cuestionario === 'identidad'
}

function consentimientoOf({ candidatura, consentimiento }: CapturaSimulada, { aviso }: LoadedPack): Consentimiento[] {
  if (!consentimiento || !aviso) return []
  const { tratamiento, publicacion, estadistica, otorgadoEn } = consentimiento
  return [
    {
      id: randomUUID(),
      candidaturaId: candidaturaId(candidatura),
      avisoId: aviso.id,
      avisoSha256: aviso.sha256,
      tratamiento,
      publicacion,
      estadistica,
      mecanismo: 'cuenta_propia',
      otorgadoEn: must(asDate(otorgadoEn), candidatura),
      otorgadoPor: null,
      revision: 'no_requiere',
      revisionRazon: null,
      revisionSupuesto: null,
      revisadaEn: null,
      formatoId: null,
      firmadoEl: null,
      recibidaEl: null,
      motivo: null,
      folio: null,
    },
  ]
}

/** Nobody in particular: no account stands behind the ready-made data of the simulacro. */
const SIMULACRO = '00000000-0000-4000-8000-000000000000'

/** Loads observations with their answers, requests and pauses. */
async function loadRevision(tx: EntityManager, { pack, simulacro }: Place): Promise<void> {
  const observaciones: Observacion[] = []
  const respuestas: RespuestaObservacion[] = []
  for (const captura of simulacro.capturas) {
    const rounds = roundsOf(captura, pack)
    observaciones.push(...rounds)
    captura.observaciones.forEach(({ respuesta }, index) => {
      const round = rounds[index]
      if (respuesta && round) respuestas.push({ ...signed(round), observacionId: round.id, texto: respuesta, rol: 'validacion' })
    })
  }
  // The next round first: the one before names it.
  await insertInBatches(
    tx,
    Observacion,
    observaciones.filter(({ siguienteId }) => siguienteId === null),
  )
  await insertInBatches(
    tx,
    Observacion,
    observaciones.filter(({ siguienteId }) => siguienteId !== null),
  )
  await insertInBatches(tx, RespuestaObservacion, respuestas)
  await insertInBatches(tx, SolicitudCorreccion, simulacro.capturas.flatMap(solicitudOf))
  await insertInBatches(tx, Pausa, simulacro.capturas.flatMap(pausaOf))
}

function roundsOf({ candidatura, observaciones }: CapturaSimulada, { zona, revision, feriados }: ProcesoPack): Observacion[] {
  const ids = observaciones.map(() => randomUUID())
  return observaciones.map(({ respuesta: _respuesta, creadaEn, ...observacion }, index) => {
    const day = localDay(creadaEn, zona)
    const next = observaciones[index + 1]
    return {
      ...observacion,
      id: must(ids[index], candidatura),
      candidaturaId: candidaturaId(candidatura),
      objeto: 'seccion' as const,
      ronda: index + 1,
      vence: ultimoDia(
        day,
        revision.plazoObservacion,
        feriados.map(({ fecha }) => fecha),
      ),
      creadaEn: must(asDate(creadaEn), candidatura),
      creadaPor: SIMULACRO,
      desenlace: next ? ('reiterada' as const) : null,
      cerradaEn: asDate(next?.creadaEn ?? null),
      cerradaPor: next ? SIMULACRO : null,
      nota: null,
      siguienteId: ids[index + 1] ?? null,
    }
  })
}

/** An answer some hours after the round that it answers. */
function signed({ candidaturaId, creadaEn }: Observacion): Pick<RespuestaObservacion, 'id' | 'candidaturaId' | 'creadaEn' | 'creadaPor'> {
  return { id: randomUUID(), candidaturaId, creadaEn, creadaPor: SIMULACRO }
}

function solicitudOf({ candidatura, solicitud }: CapturaSimulada): SolicitudCorreccion[] {
  if (!solicitud) return []
  const { aceptada, creadaEn, ...asked } = solicitud
  return [
    {
      ...asked,
      id: randomUUID(),
      candidaturaId: candidaturaId(candidatura),
      creadaEn: must(asDate(creadaEn), candidatura),
      creadaPor: SIMULACRO,
      rol: 'validacion',
      resueltaEn: asDate(aceptada?.en ?? null),
      resueltaPor: aceptada ? SIMULACRO : null,
      aceptada: aceptada ? true : null,
      resolucion: aceptada?.razon ?? null,
      trasCierre: false,
      atendidaEn: null,
    },
  ]
}

function pausaOf({ candidatura, pausa }: CapturaSimulada): Pausa[] {
  if (!pausa) return []
  const { creadaEn, ...said } = pausa
  const ended = { terminadaEn: null, terminadaPor: null, termino: null }
  const creada = must(asDate(creadaEn), candidatura)
  return [{ ...said, ...ended, id: randomUUID(), candidaturaId: candidaturaId(candidatura), creadaEn: creada, creadaPor: SIMULACRO }]
}

/** Through the same door as anybody's photograph. */
async function toImagen(retrato: Simulacro['retratos'][number]): Promise<Imagen> {
  const result = await reencodeFotografia(await rasterizeRetrato(retrato))
  if (!result.ok) throw new Error('a drawn portrait was refused')
  const { sha256, tamanos } = result.fotografia
  return { sha256, ...tamanos }
}

async function loadFotografias(tx: EntityManager, { pack, simulacro: { capturas, retratos } }: Place): Promise<void> {
  const images = await Promise.all(retratos.map(toImagen))
  await insertInBatches(tx, Imagen, images)
  const rows = capturas.flatMap((captura): Fotografia[] => {
    const image = captura.retrato === null ? undefined : images[captura.retrato]
    const guardadaEn = asDate(captura.capturadaEn)
    if (!image || !guardadaEn) return []
    return [
      {
        id: randomUUID(),
        candidaturaId: candidaturaId(captura.candidatura),
        sha256: image.sha256,
        textoAlternativo: retratos[captura.retrato ?? 0]?.textoAlternativo ?? 'Retrato dibujado de una persona ficticia',
        tomadaEn: localDay(guardadaEn, pack.zona),
        guardadaEn,
        guardadaPor: null,
        validadaEn: asDate(captura.validadaEn),
        verificadaEn: asDate(captura.verificadaEn),
        retiradaEn: null,
      },
    ]
  })
  await insertInBatches(tx, Fotografia, rows)
}
