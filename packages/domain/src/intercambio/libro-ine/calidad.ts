import type { Calidad } from '../../registro/estatus.ts'
import { formulaDe, notaEn, type FilaIne } from './fila.ts'

/**
 * Propietaria or suplente from TIPO_CANDIDATO, never from the sex. The first sheet of the source calls every woman PROPIETARIA: when both
 * members of a fórmula are called alike there, the second sheet decides; when it does not either, nobody guesses and both are refused.
 */
export function decidirCalidades(filas: FilaIne[], pairs: ReadonlyMap<FilaIne, FilaIne>): void {
  const formulas = new Map<string, FilaIne[]>()
  for (const fila of filas) {
    const key = formulaDe(fila)
    const members = formulas.get(key)
    if (members) members.push(fila)
    else formulas.set(key, [fila])
  }
  for (const members of formulas.values()) {
    if (members.length > 2) refuse(members, 'Más de dos personas llevan ese número de fórmula')
    else decide(members, pairs)
  }
}

function decide(members: FilaIne[], pairs: ReadonlyMap<FilaIne, FilaIne>): void {
  const first = members.map(({ calidad }) => calidad)
  const second = members.map((fila) => pairs.get(fila)?.calidad ?? null)
  if (members.length === 1 || isFormula(first)) {
    members.forEach((fila, index) => noteDifference(fila, second[index] ?? null))
  } else if (isFormula(second)) {
    members.forEach((fila, index) => {
      fila.calidad = second[index] ?? null
      fila.avisos.push(notaEn(fila, 'tipo', 'Las dos personas de la fórmula dicen lo mismo en esta hoja: se tomó de la otra.'))
    })
  } else {
    refuse(members, 'Las dos personas de la fórmula tienen la misma calidad y ninguna hoja dice quién es suplente')
  }
}

function isFormula([one, other]: (Calidad | null)[]): boolean {
  return (one === 'propietaria' && other === 'suplente') || (one === 'suplente' && other === 'propietaria')
}

function noteDifference(fila: FilaIne, other: Calidad | null): void {
  if (other === null || fila.calidad === null || other === fila.calidad) return
  fila.avisos.push(notaEn(fila, 'tipo', 'La otra hoja dice otra calidad: vale la de ésta.'))
}

function refuse(members: FilaIne[], razon: string): void {
  for (const fila of members) {
    const others = members.filter((member) => member !== fila).map((member) => member.fila)
    fila.calidad = null
    fila.errores.push(notaEn(fila, 'tipo', `${razon} (fila ${others.join(', ')}).`))
  }
}
