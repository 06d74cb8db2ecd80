import { createHash } from 'node:crypto'
import type { ProcesoPack, Rol } from '@conoceles/domain'
import type { CandidaturaSimulada, CapturaSimulada, DemoCuenta } from './types.ts'

/** Accounts for people who try the simulacro: fixed passwords and secrets, printed at the start; they exist in no other mode. */
export function createDemoCuentas(
  pack: ProcesoPack,
  { candidaturas, capturas }: { candidaturas: CandidaturaSimulada[]; capturas: CapturaSimulada[] },
): DemoCuenta[] {
  const [first, second] = pack.actores.filter(({ tipo }) => tipo === 'partido')
  const independent = pack.actores.find(({ tipo }) => tipo === 'independiente')
  const actors = [first, second].flatMap((actor) => (actor ? [actor] : []))
  return [
    ...actors.flatMap(({ clave }) => [
      createCuenta({ user: `captura.${clave}`, nombre: `Captura ${clave}`, rol: 'captura', actor: clave }),
      createCuenta({ user: `validacion.${clave}`, nombre: `Validación ${clave}`, rol: 'validacion', actor: clave }),
    ]),
    ...(independent
      ? [createCuenta({ user: 'independiente', nombre: independent.nombre, rol: 'validacion', actor: independent.clave })]
      : []),
    createCuenta({
      user: 'candidata',
      nombre: 'Persona candidata',
      rol: 'candidata',
      candidatura: unfinishedOf(first?.clave, { candidaturas, capturas }),
    }),
    ...INSTITUTE.map(([user, rol, nombre, cargo]) => createCuenta({ user, nombre: nombreFicticio(nombre), rol, cargo })),
  ]
}

/** Marks an invented person wherever her name is read, in signed documents too. */
export const nombreFicticio = (nombre: string) => `${nombre} (persona ficticia)`

/** Two of each role whose acts take two people of it. They sign documents, and so have a name and a charge. */
const INSTITUTE = [
  ['verificacion1', 'verificacion', 'Nayeli Popoca Luna', 'Revisión de la captura'],
  ['verificacion2', 'verificacion', 'Darío Quezada Nava', 'Revisión de la captura'],
  ['secretaria', 'secretaria', 'Leonor Tapia Montiel', 'Titular de la Secretaría Ejecutiva'],
  ['secretaria2', 'secretaria', 'Hilario Cerón Vega', 'Secretaría Técnica de la Comisión'],
  ['transparencia', 'transparencia', 'Irma Olguín Sedano', 'Titular de la Unidad de Transparencia'],
  ['transparencia2', 'transparencia', 'Efraín Galicia Rosas', 'Oficialía de protección de datos personales'],
  ['comision', 'comision', 'Citlali Ibarra Monroy', 'Consejería integrante de la Comisión'],
  ['administracion', 'administracion', 'Ramiro Pliego Anaya', 'Titular de la Unidad de Informática'],
  ['administracion2', 'administracion', 'Paloma Trejo Lira', 'Jefatura de sistemas'],
  ['auditoria', 'auditoria', 'Genaro Abundis Rebollar', 'Titular del Órgano Interno de Control'],
] as const

interface Wish {
  user: string
  nombre: string
  rol: Rol
  cargo?: string
  actor?: string
  candidatura?: string | null
}

function createCuenta({ user, nombre, rol, cargo, actor, candidatura }: Wish): DemoCuenta {
  return {
    correo: `${user.toLowerCase()}@simulacro.example`,
    nombre,
    rol,
    cargo: cargo ?? null,
    contrasena: `Simulacro-${rol}-1`,
    totp: secretOf(user),
    actor: actor ?? null,
    candidatura: candidatura ?? null,
  }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 160 bits in base32, always the same for the same user. */
function secretOf(user: string): string {
  const bits = Array.from(createHash('sha1').update(`simulacro:${user}`).digest(), (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)] ?? '').join('')
}

/** A candidatura of the party that somebody is in the middle of capturing. */
function unfinishedOf(
  actor: string | undefined,
  { candidaturas, capturas }: { candidaturas: CandidaturaSimulada[]; capturas: CapturaSimulada[] },
): string | null {
  const estatus = new Map(capturas.map((captura) => [captura.candidatura, captura]))
  const mine = candidaturas.filter(({ responsable, calidad }) => responsable === actor && calidad === 'propietaria')
  const begun = mine.sort((a, b) => a.numero - b.numero).filter(({ clave }) => estatus.get(clave)?.estatus === 'en_captura')
  return (begun.find(({ clave }) => estatus.get(clave)?.consentimiento === null) ?? begun[0] ?? mine[0])?.clave ?? null
}
