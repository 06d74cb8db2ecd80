import { longDate } from '../../base/fecha.ts'
import { memo } from '../../base/memo.ts'
import type { Conflicto } from './conflictos.ts'
import { createDiasHabiles } from '../../base/dias-habiles.ts'
import type { Evaluated, Programa } from './programar.ts'
import { spansOf, startOf } from './tramos.ts'

/** A conflict as it is shown: told only then, since most are only counted. */
export interface ConflictoDicho extends Pick<Conflicto, 'tipo' | 'occurrence' | 'milestone' | 'resuelto'> {
  /** Claves of the statements that do not go together. */
  statements: string[]
  /** Sentence of the conflict, with its dates and sources. */
  texto: string
}

/** `programa`: the same in which it was found. */
export function tellConflicto({ entre, ...conflicto }: Conflicto, programa: Pick<Programa, 'laborales' | 'vigencia'>): ConflictoDicho {
  const statements = entre.map(({ statement }) => statement.clave)
  return { ...conflicto, statements, texto: textOf(conflicto.tipo, entre, programa) }
}

/** The days of a programme are told over and over. */
const told = memo(longDate)

function textOf(tipo: Conflicto['tipo'], entre: Conflicto['entre'], programa: Pick<Programa, 'laborales' | 'vigencia'>): string {
  const [each, cause = each] = entre
  switch (tipo) {
    case 'anio_imposible': {
      const { desde, hasta } = programa.vigencia
      return `${placeOf(each)} da ${spanOf(each)}, fuera del proceso (del ${told(desde)} al ${told(hasta)}).`
    }
    case 'antes_de_su_causa':
    case 'remision_antes_de_aprobacion':
      return `${placeOf(each)} da ${spanOf(each)}, antes del ${endOf(cause)}, que es cuando ${placeOf(cause)} pone lo que le precede.`
    case 'dia_inhabil':
      return `Vence el ${endOf(each)}, que es ${restOf(each, programa)}.`
    default:
      return `${spansOf(entre).map(sayingOf).join('. ')}.`
  }
}

/** One sentence for several sources that say the same. */
function sayingOf(group: Evaluated[]): string {
  return `${group.map(placeOf).join('; ')}: ${group.map(spanOf)[0]}`
}

function placeOf({ statement: { cita } }: Evaluated): string {
  return `${cita.seccion}, ${cita.lugar} («${cita.dice}»)`
}

function spanOf(each: Evaluated): string {
  const inicio = startOf(each)
  return inicio === null ? endOf(each) : `del ${told(inicio)} al ${endOf(each)}`
}

function endOf({ fin }: Evaluated): string {
  return fin === null ? '' : told(fin)
}

function restOf({ fin }: Evaluated, { laborales }: Pick<Programa, 'laborales'>): string {
  const motivo = fin && createDiasHabiles(laborales).motivoInhabil(fin)
  return motivo === 'descanso' ? 'día de descanso obligatorio' : String(motivo)
}
