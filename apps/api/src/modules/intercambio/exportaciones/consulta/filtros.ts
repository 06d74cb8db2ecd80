import type { EntityManager } from 'typeorm'
import { entriesOf } from '@conoceles/domain/typed'
import type { CandidaturasFilter } from '../../../registro/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import { CAPTURA, ESTATUS } from './libro.ts'
import { readNombres } from './consulta.queries.ts'

const NOMBRES: Record<keyof CandidaturasFilter, string> = {
  q: 'palabras',
  cargo: 'cargo',
  distrito: 'distrito',
  municipio: 'municipio',
  comunidad: 'comunidad',
  actor: 'actor político',
  acuerdo: 'acuerdo',
  calidad: 'calidad',
  sexo: 'sexo o género',
  grupo: 'grupo de acción afirmativa',
  estatus: 'estatus',
  estatusCaptura: 'estatus de la captura',
  plazo: 'plazo de captura',
}
const PALABRAS: Record<string, string> = {
  ...{ propietaria: 'Propietaria', suplente: 'Suplente', mujer: 'Mujer', hombre: 'Hombre', no_binario: 'No binario' },
  ...{ vencida: 'Vencido', corriendo: 'Corriendo', sin_entrega: 'Sin entrega de la cuenta' },
  ...ESTATUS,
  ...CAPTURA,
}

/** Filters of a query of the directory, in the words of the proceso; an unknown clave stays as it is. */
export async function filtrosEnPalabras(
  tx: EntityManager,
  filter: CandidaturasFilter,
  procesos: ProcesosService,
): Promise<{ nombre: string; valor: string }[]> {
  const asked = entriesOf(filter).filter(([, value]) => value !== null)
  const { catalogos } = await procesos.proceso(tx)
  const named: Partial<Record<keyof CandidaturasFilter, readonly { clave: string; nombre: string }[]>> = {
    cargo: await procesos.cargos(tx),
    actor: await procesos.actores(tx),
    grupo: catalogos.grupos,
    ...(await readNombres(tx, filter)),
  }
  return asked.map(([name, value]) => {
    const known = named[name]?.find(({ clave }) => clave === value)?.nombre
    return { nombre: NOMBRES[name], valor: known ?? (name === 'q' ? String(value) : (PALABRAS[String(value)] ?? String(value))) }
  })
}
