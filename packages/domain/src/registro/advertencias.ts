import type { Calidad, Sexo } from './estatus.ts'
import { edadEn } from '../base/plazo.ts'
import type { ReglaPack } from './reglas.ts'
import { plainKey } from '../base/text.ts'

/** Row that the warnings look at: a candidatura in force, in its place. */
export interface FilaRegistro {
  id: string
  nombre: string
  personaId: string
  /** ISO 8601; null when the source gave only the age. */
  fechaNacimiento: string | null
  edadDeclarada: number | null
  sexo: Sexo
  cargo: string
  contienda: string
  actor: string
  numero: number
  calidad: Calidad
  accionAfirmativa: string | null
  /** Whether the cargo has suplentes. */
  conSuplente: boolean
}

/** Something for the institute to look at; it stops nothing. */
export interface Advertencia {
  regla: ReglaPack
  texto: string
  /** Candidaturas concerned, at least one. */
  candidaturas: string[]
}

type Check = (filas: FilaRegistro[], regla: ReglaPack, jornada: string) => Omit<Advertencia, 'regla'>[]

/** Every warning of the register, in the order of the rules. `filas`: candidaturas in force only. */
export function advertirRegistro(filas: readonly FilaRegistro[], reglas: readonly ReglaPack[], jornada: string): Advertencia[] {
  return reglas.flatMap((regla) => {
    const check = CHECKS[regla.tipo as keyof typeof CHECKS] as Check | undefined
    const own = filas.filter(({ cargo }) => regla.cargos.includes(cargo))
    return check ? check(own, regla, jornada).map((found) => ({ regla, ...found })) : []
  })
}

/** Whether a change falls outside the dates in which the programme foresees it. */
export function advertirVentana(efectosDesde: string, cargo: string, reglas: readonly ReglaPack[]): Omit<Advertencia, 'candidaturas'>[] {
  return reglas
    .filter(({ tipo, cargos }) => tipo === 'fuera_de_ventana' && cargos.includes(cargo))
    .filter(({ parametros: { inicio = '', fin = '9' } }) => efectosDesde < String(inicio) || efectosDesde > String(fin))
    .map((regla) => ({
      regla,
      texto: `Surte efectos el ${efectosDesde}, fuera de las fechas previstas: del ${regla.parametros.inicio} al ${regla.parametros.fin}.`,
    }))
}

const CHECKS = {
  paridad_formula: checkParidad,
  accion_afirmativa_minima: checkAccionAfirmativa,
  edad_minima: checkEdad,
  personas_incompatibles: checkPersonas,
  suplente_faltante: checkSuplentes,
  lista_con_huecos: checkHuecos,
} satisfies Record<string, Check>

function checkParidad(filas: FilaRegistro[]) {
  return formulasOf(filas).flatMap(([first, ...others]) => {
    const other = others.find(({ sexo }) => sexo !== first.sexo)
    return other
      ? [
          {
            texto: `En la fórmula ${first.numero}, ${first.nombre} y ${other.nombre} no son del mismo sexo o género.`,
            candidaturas: [first.id, other.id],
          },
        ]
      : []
  })
}

/** Members of the same fórmula, registered under the same group, up to a place of the list. */
function checkAccionAfirmativa(filas: FilaRegistro[], { parametros }: ReglaPack) {
  const { minimo, grupos, hastaLugar } = { minimo: 1, hastaLugar: Infinity, grupos: '', ...parametros }
  const admitted = grupos.split(',').filter((clave) => clave !== '')
  const counts = ({ accionAfirmativa }: FilaRegistro) =>
    accionAfirmativa !== null && (admitted.length === 0 || admitted.includes(accionAfirmativa))
  return groupsBy(filas, postulacionOf).flatMap((lista) => {
    const formulas = formulasOf(lista.filter(({ numero }) => numero <= hastaLugar))
    const good = formulas.filter((members) =>
      members.every((each) => counts(each) && each.accionAfirmativa === members[0].accionAfirmativa),
    )
    if (good.length >= minimo) return []
    const texto = `${lista[0].actor}: ${good.length} de ${minimo} fórmulas de acción afirmativa en los primeros ${hastaLugar === Infinity ? lista.length : hastaLugar} lugares.`
    return [{ texto, candidaturas: [lista[0].id] }]
  })
}

function checkEdad(filas: FilaRegistro[], { parametros }: ReglaPack, jornada: string) {
  const minimo = Number(parametros.edad)
  return filas.flatMap((fila) => {
    const edad = edadDe(fila, jornada)
    return edad !== null && edad < minimo
      ? [{ texto: `${fila.nombre} tendría ${edad} años el día de la jornada; se piden ${minimo}.`, candidaturas: [fila.id] }]
      : []
  })
}

/** Age on the day of the jornada, or as its source declared it. */
export function edadDe(
  { fechaNacimiento, edadDeclarada }: Pick<FilaRegistro, 'fechaNacimiento' | 'edadDeclarada'>,
  jornada: string,
): number | null {
  return fechaNacimiento === null ? edadDeclarada : edadEn(fechaNacimiento, jornada)
}

/** The same persona, or the same name and birth, in more than one place. `compatibles`: cargos that may go together. */
function checkPersonas(filas: FilaRegistro[], { parametros }: ReglaPack) {
  const compatible = new Set(String(parametros.compatibles ?? '').split(','))
  // Names are compared only among those born on one day: taking every name of a register apart is most of the work.
  const born = groupsBy(filas, ({ fechaNacimiento, personaId }) => fechaNacimiento ?? personaId).filter(({ length }) => length > 1)
  return born
    .flatMap((group) => groupsBy(group, samePersona))
    .flatMap((group) => {
      const cargos = new Set(group.map(({ cargo }) => cargo))
      const allowed = group.length === 2 && cargos.size === 2 && [...cargos].every((cargo) => compatible.has(cargo))
      if (group.length < 2 || allowed) return []
      return [{ texto: `${group[0].nombre} aparece en ${group.length} lugares.`, candidaturas: group.map(({ id }) => id) }]
    })
}

function samePersona({ personaId, nombre, fechaNacimiento }: FilaRegistro): string {
  return fechaNacimiento === null ? personaId : `${plainKey(nombre)}|${fechaNacimiento}`
}

function checkSuplentes(filas: FilaRegistro[]) {
  return formulasOf(filas.filter(({ conSuplente }) => conSuplente)).flatMap(([first, ...others]) =>
    others.length > 0
      ? []
      : [
          {
            texto: `La fórmula ${first.numero} de ${first.actor} no tiene ${first.calidad === 'propietaria' ? 'suplente' : 'propietaria'}.`,
            candidaturas: [first.id],
          },
        ],
  )
}

function checkHuecos(filas: FilaRegistro[]) {
  return groupsBy(filas, postulacionOf).flatMap((lista) => {
    const taken = new Set(lista.map(({ numero }) => numero))
    const last = Math.max(...taken)
    const missing = Array.from({ length: last }, (_, index) => index + 1).filter((numero) => !taken.has(numero))
    return missing.length > 0
      ? [{ texto: `En la lista de ${lista[0].actor} faltan los lugares ${missing.join(', ')}.`, candidaturas: [lista[0].id] }]
      : []
  })
}

const postulacionOf = ({ contienda, actor }: FilaRegistro) => `${contienda}|${actor}`

function formulasOf(filas: FilaRegistro[]): [FilaRegistro, ...FilaRegistro[]][] {
  return groupsBy(filas, (fila) => `${postulacionOf(fila)}|${fila.numero}`)
}

function groupsBy(filas: FilaRegistro[], key: (fila: FilaRegistro) => string): [FilaRegistro, ...FilaRegistro[]][] {
  const groups = new Map<string, [FilaRegistro, ...FilaRegistro[]]>()
  for (const fila of filas) {
    const group = groups.get(key(fila))
    if (group) group.push(fila)
    else groups.set(key(fila), [fila])
  }
  return [...groups.values()]
}
