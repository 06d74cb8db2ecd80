import type { EntityManager } from 'typeorm'
import type { CandidaturasFilter } from '../../../registro/index.ts'
import { readRows } from '../../../../database/rows.ts'

interface Nombre {
  clave: string
  nombre: string
}

type Nombrado = 'distrito' | 'municipio' | 'comunidad' | 'acuerdo'

/** Names of the places and of the acuerdo that a query asks for. */
export async function readNombres(
  tx: EntityManager,
  { distrito, municipio, comunidad, acuerdo }: Pick<CandidaturasFilter, Nombrado>,
): Promise<Record<Nombrado, Nombre[]>> {
  const claves = [distrito, municipio, comunidad]
  const lugares = await readRows<Nombre>(tx, 'select clave, nombre from captura.demarcacion where clave = any($1)', [claves])
  const acuerdos = await readRows<Nombre>(tx, 'select id::text as clave, numero as nombre from captura.acuerdo where id = $1', [acuerdo])
  return { distrito: lugares, municipio: lugares, comunidad: lugares, acuerdo: acuerdos }
}
