import type { FilaPropuesta, FilaRegistro, IndiceImportacion } from '@conoceles/domain'

/** The accepted rows of a list, but for those that ended before it, as the warnings look at them: small enough for a hundred thousand. */
export interface Registro {
  add(propuestas: readonly FilaPropuesta[]): void
  filas(refused: ReadonlyMap<number, unknown>): FilaLista[]
}

/** `id` is the number of the row. */
export type FilaLista = FilaRegistro & { clave: string }

export function createRegistro(indice: IndiceImportacion, conSuplente: ReadonlyMap<string, boolean>): Registro {
  const filas: FilaLista[] = []
  return {
    add(propuestas) {
      for (const propuesta of propuestas) {
        const fila = toFila(propuesta, indice)
        if (fila) filas.push({ ...fila, conSuplente: conSuplente.get(fila.cargo) ?? false })
      }
    },
    filas: (refused) => filas.filter(({ id }) => !refused.has(Number(id))),
  }
}

function toFila({ fila, nombre, candidatura, vigente }: FilaPropuesta, indice: IndiceImportacion): Omit<FilaLista, 'conSuplente'> | null {
  if (!candidatura || !vigente) return null
  const { clave, fechaNacimiento, edadDeclarada, sexo, contienda, actor, numero, calidad, accionAfirmativa } = candidatura
  const cargo = indice.byContienda(contienda)?.cargo ?? ''
  const id = String(fila)
  const who = { id, personaId: id, clave, nombre: nombre ?? clave, fechaNacimiento, edadDeclarada, sexo }
  return { ...who, cargo, contienda, actor, numero, calidad, accionAfirmativa }
}
