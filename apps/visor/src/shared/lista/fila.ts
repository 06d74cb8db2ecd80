import type { FilaIndice } from '@conoceles/domain/consulta'
import { apiHref } from '../../api.ts'
import type { Fila, Nombrado, Proceso } from '../../api-types.ts'

/** A row of the index as the list of the server would tell it, with the names that the proceso gives to its claves. */
export function toFila(fila: FilaIndice, proceso: Proceso): Fila {
  const { id, nombre, apodo, calidad, numero, sexo, estatus, reserva, conPropuestas, partidoOrigen } = fila
  const { cargo, lugar } = fila.contienda
  const actor = named(proceso.actoresPoliticos, fila.actor)
  return {
    ...{ id, nombre, apodo, calidad, numero, sexo, estatus, reserva, conPropuestas, cargo, lugar },
    cargoNombre: named(proceso.cargos, cargo).nombre,
    actorPolitico: { ...actor, color: null, integrantes: integrantesOf(fila, proceso) },
    partidoOrigen: partidoOrigen === null ? null : named(proceso.actoresPoliticos, partidoOrigen),
    fotografia: fila.conFotografia ? apiHref(`/publico/candidaturas/${id}/fotografia`) : null,
    textoAlternativo: null,
    estatusCaptura: null,
    salida: salidaOf(fila),
  }
}

/** Parties of the alliance that postulates, in this contienda, in the order of the proceso; the index adds the party of origin, which is one of them. */
function integrantesOf({ actor, otros }: FilaIndice, { actoresPoliticos }: Proceso): string[] {
  if (actoresPoliticos.find(({ clave }) => clave === actor)?.tipo !== 'alianza') return []
  return actoresPoliticos.map(({ clave }) => clave).filter((clave) => otros.includes(clave))
}

/** Name of a clave; one outside the catalogue is told by the clave itself. */
function named(all: readonly Nombrado[], clave: string): Nombrado {
  return { clave, nombre: all.find((each) => each.clave === clave)?.nombre ?? clave }
}

/** Tells by name the person who entered; the link to her is on the page of the one who left. */
function salidaOf({ estatus, salida }: FilaIndice): Fila['salida'] {
  if (salida === null || estatus === 'aprobada') return null
  const entra = salida.entra === null ? null : { id: '', nombre: salida.entra }
  return { tipo: estatus, desde: salida.desde, acuerdo: null, causa: null, entra }
}
