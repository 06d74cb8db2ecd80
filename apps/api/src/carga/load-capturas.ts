import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { ProcesoPack } from '@conoceles/domain'
import { Consentimiento } from '../modules/consentimientos/index.ts'
import { createDataKey, encryptAnswer, Llave, Observacion, RespuestaIdentidad, Seccion } from '../modules/cuestionarios/index.ts'
import { Fotografia, Imagen, reencodeFotografia } from '../modules/fotografias/index.ts'
import { rasterizeRetrato, type CapturaSimulada, type Simulacro } from '../simulacro/index.ts'
import type { LoadedPack } from './load-pack.ts'
import { asDate, candidaturaId, insertInBatches, must, type SimulacroDeps } from './rows.ts'

interface Place {
  pack: ProcesoPack
  loaded: LoadedPack
  simulacro: Simulacro
}

/** What the synthetic people captured: answers, identity answers under their own keys, consents, photographs, observations. */
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
  await insertInBatches(tx, Observacion, capturas.flatMap(observacionOf))
  await loadFotografias(tx, place.simulacro)
}

function seccionesOf(captura: CapturaSimulada, { cuestionarios }: LoadedPack): Seccion[] {
  const verificadaEn = asDate(captura.verificadaEn)
  return captura.secciones.map(({ cuestionario, clave, estatus, respuestas, guardadaEn }) => {
    const curricular = cuestionario === 'curricular'
    const verified = verificadaEn !== null && (estatus === 'verificada' || estatus === 'observada')
    return {
      id: randomUUID(),
      candidaturaId: candidaturaId(captura.candidatura),
      cuestionarioId: must(cuestionarios.get(cuestionario), captura.candidatura),
      clave,
      estatus,
      version: guardadaEn ? 1 : 0,
      respuestas: curricular ? respuestas : null,
      guardadaEn: asDate(guardadaEn),
      verificadas: curricular && verified ? respuestas : null,
      verificadaEn: verified ? verificadaEn : null,
    }
  })
}

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
    const { key, envuelta } = createDataKey(secretos.llavero, id)
    llaves.push({ candidaturaId: id, kid: secretos.llavero.kid, envuelta })
    for (const [pregunta, value] of Object.entries(answers)) {
      const cifrada = encryptAnswer(key, { candidaturaId: id, pregunta }, value)
      respuestas.push({ candidaturaId: id, pregunta, cifrada, verificada: captura.verificadaEn ? cifrada : null })
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
      formatoId: null,
    },
  ]
}

/** Nobody in particular: the simulacro has no account behind what it brings ready-made. */
const SIMULACRO = '00000000-0000-4000-8000-000000000000'

function observacionOf({ candidatura, observacion }: CapturaSimulada): Observacion[] {
  if (!observacion) return []
  const { cuestionario, seccion, supuesto, texto, creadaEn } = observacion
  const creada = must(asDate(creadaEn), candidatura)
  return [
    {
      id: randomUUID(),
      candidaturaId: candidaturaId(candidatura),
      cuestionario,
      seccion,
      supuesto,
      texto,
      creadaEn: creada,
      creadaPor: SIMULACRO,
      cerradaEn: null,
    },
  ]
}

/** Through the same door as anybody's photograph. */
async function toImagen(retrato: Simulacro['retratos'][number]): Promise<Imagen> {
  const result = await reencodeFotografia(await rasterizeRetrato(retrato))
  if (!result.ok) throw new Error('a drawn portrait was refused')
  const { sha256, tamanos } = result.fotografia
  return { sha256, ...tamanos }
}

async function loadFotografias(tx: EntityManager, { capturas, retratos }: Simulacro): Promise<void> {
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
        tomadaEn: guardadaEn.toISOString().slice(0, 10),
        guardadaEn,
        guardadaPor: null,
        verificadaEn: asDate(captura.verificadaEn),
        retiradaEn: null,
      },
    ]
  })
  await insertInBatches(tx, Fotografia, rows)
}
