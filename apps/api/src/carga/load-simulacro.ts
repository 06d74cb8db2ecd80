import { randomUUID } from 'node:crypto'
import { In, type DataSource, type EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import { ultimoDia, type ProcesoPack } from '@conoceles/domain'
import { createCuentasDemo } from '../modules/acceso/index.ts'
import { BitacoraService } from '../modules/bitacora/index.ts'
import { Acuerdo, Entrega, insertCandidaturas, Persona, type AltaCandidatura } from '../modules/registro/index.ts'
import { Proceso } from '../modules/proceso/index.ts'
import { canonical, sha256 } from '../shared/criptografia/canonical.ts'
import { Integrante } from '../modules/programa/sesiones/index.ts'
import {
  createDemoCuentas,
  generateSimulacro,
  nombreFicticio,
  opcionesDe,
  type CapturaSimulada,
  type DemoCuenta,
  type Simulacro,
} from '../simulacro/index.ts'
import { loadAvisoDocumentos } from './load-avisos.ts'
import { loadCapturas } from './load-capturas.ts'
import { loadEntregables } from './load-entregables.ts'
import { loadPack, type LoadedPack } from './load-pack.ts'
import { loadEvidencias } from './load-programa.ts'
import { loadSesionesSimuladas } from './load-sesiones-simulacro.ts'
import type { PaqueteLeido } from './paquete.ts'
import { asDate, candidaturaId, insertInBatches, must, type SimulacroDeps } from './rows.ts'

/** Loads the rehearsal of a pack into an empty database; one that holds a proceso is left as it is. */
export async function loadSimulacroOnce(
  owner: DataSource,
  deps: SimulacroDeps,
  { paquete: { pack, simulacro: opciones }, begin }: { paquete: PaqueteLeido; begin: () => void },
): Promise<void> {
  if ((await owner.manager.count(Proceso)) > 0) return
  begin()
  const { inicio, personas, semilla } = opciones ?? opcionesDe(pack)
  const simulacro = generateSimulacro(pack, { semilla, total: personas, ahora: inicio })
  await owner.transaction((tx) => loadSimulacro(tx, deps, { pack, simulacro, inicio }))
}

/** The accounts as they are in every start; which candidatura the persona has is not said here. */
export function listDemoCuentas(pack: ProcesoPack): DemoCuenta[] {
  return createDemoCuentas(pack, { candidaturas: [], capturas: [] })
}

/** Everything in one transaction: an interrupted load leaves an empty database, which loads again. */
export async function loadSimulacro(
  tx: EntityManager,
  deps: SimulacroDeps,
  { pack, simulacro, inicio }: { pack: ProcesoPack; simulacro: Simulacro; inicio: string },
): Promise<LoadedPack> {
  const desfaseReloj = Temporal.Instant.from(inicio).epochMilliseconds - deps.clock.system().epochMilliseconds
  deps.clock.setZona(pack.zona)
  deps.clock.setOffset(desfaseReloj)
  const loaded = await loadPack(tx, pack, { simulacro: true, desfaseReloj })
  await insertInBatches(
    tx,
    Persona,
    simulacro.personas.map((persona) => ({ ...persona, edadDeclarada: null })),
  )
  const acuerdos = await loadAcuerdos(tx, loaded.procesoId, simulacro)
  const entregas = await loadEntregas(tx, { pack, loaded, simulacro, acuerdos })
  const proceso = { id: loaded.procesoId, feriados: pack.feriados.map(({ fecha }) => fecha) }
  await insertCandidaturas(tx, proceso, toAltas(loaded, { simulacro, acuerdos, entregas }))
  await loadCapturas(tx, deps, { pack, loaded, simulacro })
  await loadAvisoDocumentos(tx, deps, { pack, procesoId: loaded.procesoId, simulacro: true })
  if (simulacro.personas.length > 0) await loadPasado(tx, deps, { pack, procesoId: loaded.procesoId, simulacro, acuerdos, ahora: inicio })
  const cuentas = await createCuentasDemo(
    tx,
    deps,
    simulacro.demoCuentas.map(({ correo, nombre, rol, cargo, contrasena, totp, actor, candidatura }) => ({
      correo,
      nombre,
      rol,
      cargo,
      contrasena,
      totpSecreto: totp,
      actorPoliticoId: actor ? (loaded.actores.get(actor) ?? null) : null,
      candidaturaId: candidatura ? candidaturaId(candidatura) : null,
    })),
  )
  await linkIntegrante(tx, cuentas[simulacro.demoCuentas.findIndex(({ rol }) => rol === 'comision')])
  await new BitacoraService(deps.clock).registrar(tx, {
    acto: 'simulacro.cargado',
    cuentaId: null,
    rol: null,
    objeto: { tipo: 'proceso', id: loaded.procesoId },
    detalle: { personas: simulacro.personas.length, huella: sha256(canonical(simulacro.candidaturas)) },
  })
  return loaded
}

/** Synthetic work of the institute before the clock starts. */
async function loadPasado(
  tx: EntityManager,
  deps: SimulacroDeps,
  pasado: { pack: ProcesoPack; procesoId: string; simulacro: Simulacro; acuerdos: Map<string, string>; ahora: string },
): Promise<void> {
  await loadEvidencias(tx, pasado)
  await loadEntregables(tx, deps, pasado)
  await loadSesionesSimuladas(tx, pasado)
}

/** The account of the Comisión is one of its members, and sits in the Pleno. */
async function linkIntegrante(tx: EntityManager, cuentaId: string | undefined): Promise<void> {
  const seats = { organo: In(['pleno', 'comision']), nombre: nombreFicticio('Integrante Uno') }
  await tx.update(Integrante, seats, { cuentaId: cuentaId ?? null })
}

async function loadAcuerdos(tx: EntityManager, procesoId: string, { candidaturas }: Simulacro): Promise<Map<string, string>> {
  const byNumero = new Map(candidaturas.map(({ acuerdoNumero, acuerdoFecha }) => [acuerdoNumero, acuerdoFecha]))
  const rows = [...byNumero].map(([numero, fecha]) => ({
    id: randomUUID(),
    procesoId,
    numero,
    fecha,
    organo: 'pleno',
    asunto: 'Registro de candidaturas del simulacro',
    aprobadoEn: null,
    documentoId: null,
  }))
  await tx.insert(Acuerdo, rows)
  return new Map(rows.map(({ numero, id }) => [numero, id]))
}

interface Loading {
  pack: ProcesoPack
  loaded: LoadedPack
  simulacro: Simulacro
  acuerdos: Map<string, string>
}

type EntregaHecha = NonNullable<AltaCandidatura['entrega']>

/** The accounts of each acuerdo, delivered to each actor político on the day that the pack foresees. By clave of the candidatura. */
async function loadEntregas(tx: EntityManager, { pack, loaded, simulacro, acuerdos }: Loading): Promise<Map<string, EntregaHecha>> {
  const cargoOf = new Map(pack.contiendas.map(({ clave, cargo }) => [clave, loaded.cargos.get(cargo)]))
  const feriados = pack.feriados.map(({ fecha }) => fecha)
  const rows = new Map<string, Entrega>()
  const made = new Map<string, EntregaHecha>()
  for (const { clave, contienda, responsable, acuerdoNumero } of simulacro.candidaturas) {
    const { entregaCuentas, diasCaptura: dias, plazoDiasTipo: tipoDias } = must(cargoOf.get(contienda), clave)
    const key = `${acuerdoNumero}|${responsable}`
    const entregadaEn = asDate(
      Temporal.PlainDate.from(entregaCuentas).toZonedDateTime({ timeZone: pack.zona, plainTime: '10:00' }).toInstant().toString(),
    )
    const row = rows.get(key) ?? {
      id: randomUUID(),
      procesoId: loaded.procesoId,
      acuerdoId: must(acuerdos.get(acuerdoNumero), clave),
      actorPoliticoId: must(loaded.actores.get(responsable), clave),
      entregadaEn: must(entregadaEn, clave),
      recibe: 'Representación ficticia del simulacro',
      candidaturas: 0,
      folio: 'SIMULACRO',
      registradaEn: must(entregadaEn, clave),
      registradaPor: null,
    }
    row.candidaturas += 1
    rows.set(key, row)
    made.set(clave, {
      id: row.id,
      cuentaEntregada: entregaCuentas,
      capturaVence: ultimoDia(entregaCuentas, { dias, tipoDias }, feriados),
    })
  }
  await insertInBatches(tx, Entrega, [...rows.values()])
  return made
}

function toAltas(
  loaded: LoadedPack,
  { simulacro, acuerdos, entregas }: Pick<Loading, 'simulacro' | 'acuerdos'> & { entregas: Map<string, EntregaHecha> },
): AltaCandidatura[] {
  return simulacro.candidaturas.map((candidatura, index) => {
    const { clave, personaId, numero, calidad, accionAfirmativa, eleccionConsecutiva, contienda, actor, responsable, partidoOrigen } =
      candidatura
    return {
      id: candidaturaId(clave),
      clave,
      postulacionId: must(loaded.postulaciones.get(`${contienda}|${actor}`), clave),
      personaId,
      responsableId: must(loaded.actores.get(responsable), clave),
      partidoOrigenId: partidoOrigen && must(loaded.actores.get(partidoOrigen), clave),
      numero,
      calidad,
      accionAfirmativa,
      eleccionConsecutiva,
      acuerdoId: must(acuerdos.get(candidatura.acuerdoNumero), clave),
      entrega: entregas.get(clave) ?? null,
      avance: progressOf(must(simulacro.capturas[index], clave)),
    }
  })
}

function progressOf({ estatus, secciones, capturadaEn, validadaEn, verificadaEn }: CapturaSimulada) {
  return {
    estatusCaptura: estatus,
    seccionesCompletas: secciones.filter((seccion) => DONE.includes(seccion.estatus)).length,
    capturadaEn: asDate(capturadaEn),
    validadaEn: asDate(validadaEn),
    verificadaEn: asDate(verificadaEn),
  }
}

const DONE: readonly string[] = ['completa', 'validada', 'verificada']
