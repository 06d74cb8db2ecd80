import { createHash, randomUUID } from 'node:crypto'
import type { DataSource, EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import type { ProcesoPack } from '@conoceles/domain'
import { pack as packMorelos } from '@conoceles/proceso-morelos-2024'
import { createCuentasDemo } from '../modules/acceso/index.ts'
import { BitacoraService } from '../modules/bitacora/index.ts'
import { Acuerdo, Candidatura, Persona } from '../modules/candidaturas/index.ts'
import { Proceso } from '../modules/procesos/index.ts'
import { canonical, sha256 } from '../shared/canonical.ts'
import type { Deps } from '../shared/deps.ts'
import { generateSimulacro, type DemoCuenta, type Simulacro } from '../simulacro/index.ts'
import { loadCapturas } from './load-capturas.ts'
import { loadPack, type LoadedPack } from './load-pack.ts'

/** When the clock of the simulacro starts: "2024-04-20 10:00" local. */
export const INICIO = '2024-04-20T10:00:00-06:00'
const TOTAL = 4_163
const SEMILLA = 2_024

export type SimulacroDeps = Pick<Deps, 'config' | 'clock' | 'secretos'>

/** Loads the rehearsal into an empty database; one that holds a proceso is left as it is. */
export async function loadSimulacroOnce(owner: DataSource, deps: SimulacroDeps, say: (line: string) => void): Promise<void> {
  if ((await owner.manager.count(Proceso)) > 0) return
  say('Preparando el simulacro: 4,163 personas ficticias…')
  const simulacro = generate()
  await owner.transaction((tx) => loadSimulacro(tx, deps, { pack: packMorelos, simulacro, inicio: INICIO }))
  say('Listo.')
}

/** The same accounts in every start: they follow from the seed. */
export function generateDemoCuentas(): DemoCuenta[] {
  return generate().demoCuentas
}

function generate(): Simulacro {
  return generateSimulacro(packMorelos, { semilla: SEMILLA, total: TOTAL, ahora: INICIO })
}

/** Everything in one transaction: an interrupted load leaves an empty database, which loads again. */
export async function loadSimulacro(
  tx: EntityManager,
  deps: SimulacroDeps,
  { pack, simulacro, inicio }: { pack: ProcesoPack; simulacro: Simulacro; inicio: string },
): Promise<LoadedPack> {
  const desfaseReloj = Temporal.Instant.from(inicio).epochMilliseconds - deps.clock.system().epochMilliseconds
  deps.clock.setOffset(desfaseReloj)
  const loaded = await loadPack(tx, pack, { simulacro: true, desfaseReloj })
  await insertInBatches(tx, Persona, simulacro.personas)
  const acuerdos = await loadAcuerdos(tx, loaded.procesoId, simulacro)
  await insertInBatches(tx, Candidatura, toCandidaturas(pack, loaded, { simulacro, acuerdos }))
  await loadCapturas(tx, deps, { pack, loaded, simulacro })
  await createCuentasDemo(
    tx,
    deps,
    simulacro.demoCuentas.map(({ correo, nombre, rol, contrasena, totp, actor, candidatura }) => ({
      correo,
      nombre,
      rol,
      contrasena,
      totpSecreto: totp,
      actorPoliticoId: actor ? (loaded.actores.get(actor) ?? null) : null,
      candidaturaId: candidatura ? candidaturaId(candidatura) : null,
    })),
  )
  await new BitacoraService(deps.clock).registrar(tx, {
    acto: 'simulacro.cargado',
    cuentaId: null,
    rol: null,
    objeto: { tipo: 'proceso', id: loaded.procesoId },
    detalle: { personas: simulacro.personas.length, huella: sha256(canonical(simulacro.candidaturas)) },
  })
  return loaded
}

/** The same candidatura has the same address in every simulacro. */
export function candidaturaId(clave: string): string {
  const hex = createHash('sha256').update(`candidatura|${clave}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function loadAcuerdos(tx: EntityManager, procesoId: string, { candidaturas }: Simulacro): Promise<Map<string, string>> {
  const byNumero = new Map(candidaturas.map(({ acuerdoNumero, acuerdoFecha }) => [acuerdoNumero, acuerdoFecha]))
  const rows = [...byNumero].map(([numero, fecha]) => ({ id: randomUUID(), procesoId, numero, fecha }))
  await tx.insert(Acuerdo, rows)
  return new Map(rows.map(({ numero, id }) => [numero, id]))
}

function toCandidaturas(
  pack: ProcesoPack,
  loaded: LoadedPack,
  { simulacro, acuerdos }: { simulacro: Simulacro; acuerdos: Map<string, string> },
): Candidatura[] {
  const cargoOf = new Map(pack.contiendas.map(({ clave, cargo }) => [clave, loaded.cargos.get(cargo)]))
  return simulacro.candidaturas.map((candidatura, index) => {
    const captura = simulacro.capturas[index]
    const { clave, personaId, numero, calidad, accionAfirmativa, eleccionConsecutiva } = candidatura
    return {
      id: candidaturaId(clave),
      procesoId: loaded.procesoId,
      clave,
      postulacionId: must(loaded.postulaciones.get(`${candidatura.contienda}|${candidatura.actor}`), clave),
      personaId,
      responsableId: must(loaded.actores.get(candidatura.responsable), clave),
      partidoOrigenId: candidatura.partidoOrigen ? must(loaded.actores.get(candidatura.partidoOrigen), clave) : null,
      numero,
      calidad,
      accionAfirmativa,
      eleccionConsecutiva,
      acuerdoId: must(acuerdos.get(candidatura.acuerdoNumero), clave),
      estatus: 'aprobada',
      estatusCaptura: captura?.estatus ?? 'sin_captura',
      seccionesCompletas: captura?.secciones.filter(({ estatus }) => DONE.includes(estatus)).length ?? 0,
      cuentaEntregada: must(cargoOf.get(candidatura.contienda), clave).entregaCuentas,
      capturadaEn: asDate(captura?.capturadaEn),
      validadaEn: asDate(captura?.validadaEn),
      verificadaEn: asDate(captura?.verificadaEn),
      version: 1,
    }
  })
}

const DONE: readonly string[] = ['completa', 'validada', 'verificada']

export function asDate(iso: string | null | undefined): Date | null {
  return iso ? new Date(iso) : null
}

export function must<T>(value: T | undefined | null, where: string): T {
  if (value === undefined || value === null) throw new Error(`the simulacro names something that the pack does not define: ${where}`)
  return value
}

const BATCH = 1_000

/** A statement takes at most 65,535 parameters. */
export async function insertInBatches<T extends object>(tx: EntityManager, entity: new () => T, rows: T[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await tx.insert(entity, rows.slice(at, at + BATCH) as never)
}
