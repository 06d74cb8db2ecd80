import { diasDeCambio, esPublicoEn, type CampoPoliticaPack } from '@conoceles/domain'
import type { CandidaturaDocument } from './ficha/candidatura-document.ts'

/** One day on which the public fields change: some open and some close. */
export interface PasoPolitica {
  dia: string
  antes: ReadonlySet<string>
  despues: ReadonlySet<string>
}

/** From the policy in force to the draft: today, and each later day on which the dates of the draft change something by themselves. */
export function pasosDe(antes: readonly CampoPoliticaPack[], despues: readonly CampoPoliticaPack[], hoy: string): PasoPolitica[] {
  const later = diasDeCambio(despues).filter((dia) => dia > hoy)
  let before = publicosEn(antes, hoy)
  return [hoy, ...later].flatMap((dia) => {
    const after = publicosEn(despues, dia)
    const paso = { dia, antes: before, despues: after }
    before = after
    return isSame(paso.antes, after) ? [] : [paso]
  })
}

/** Every field that some step lets out, as rows of a policy that lets all of them out. */
export function todosLosDe(pasos: readonly PasoPolitica[]): Pick<CampoPoliticaPack, 'campo' | 'publico'>[] {
  const all = new Set(pasos.flatMap(({ antes, despues }) => [...antes, ...despues]))
  return [...all].map((campo) => ({ campo, publico: true }))
}

/** Fields that a record shows something of, built with every field let out. */
export function presentesEn(document: CandidaturaDocument): Set<string> {
  const { fechas, formula, planilla, distintivos, salida, secciones } = document
  const simple = (
    ['apodo', 'sexo', 'edad', 'eleccionConsecutiva', 'accionAfirmativa', 'fotografia', 'partidoOrigen', 'sustituyeA'] as const
  )
    .filter((campo) => document[campo] !== null)
    .map(String)
  const answers = secciones.flatMap(({ campos }) => campos.filter(({ valor }) => valor !== null).map(({ clave }) => clave))
  const parts: Record<string, number> = {
    salida: salida === null ? 0 : 1,
    salidaCausa: salida?.causa ? 1 : 0,
    formula: formula.length + planilla.length,
    distintivos: distintivos.length,
    fechas: Object.values(fechas).filter((each) => each !== null).length,
  }
  return new Set([...simple, ...Object.keys(parts).filter((campo) => parts[campo] !== 0), ...answers])
}

/** Fields of the register, which stay when somebody left; the others served to vote for her. */
const DEL_REGISTRO: readonly string[] = ['partidoOrigen', 'salida', 'salidaCausa', 'formula', 'sustituyeA']

/** Fields of a record that show when `publicos` are let out. */
export function visiblesDe(presentes: ReadonlySet<string>, publicos: ReadonlySet<string>, { estatus }: { estatus: string }): Set<string> {
  const gone = estatus !== 'aprobada' && !publicos.has('salidaCaptura')
  const told = (campo: string) => campo !== 'salidaCausa' || publicos.has('salida')
  return new Set([...presentes].filter((campo) => publicos.has(campo) && told(campo) && (!gone || DEL_REGISTRO.includes(campo))))
}

function publicosEn(campos: readonly CampoPoliticaPack[], dia: string): Set<string> {
  return new Set(campos.filter((each) => esPublicoEn(each, dia)).map(({ campo }) => campo))
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each))
}
