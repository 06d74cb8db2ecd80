import { endOfDay, esDeActorPolitico, esSubsanable, objetoDe, ultimoDia, type Rol, type SupuestoPack } from '@conoceles/domain'
import type { Clock } from '../../../shared/clock.ts'
import type { Proceso } from '../../proceso/index.ts'
import type { ListSupuestosDto, SupuestoDto } from '../secciones/captura.dto.ts'

/** The closed list, and until when something observed today may be attended in time. */
export function supuestosDe({ catalogos, zona }: Proceso, { rol, clock }: { rol: Rol; clock: Clock }): ListSupuestosDto {
  const vence = ultimoDia(clock.today().toString(), catalogos.revision.plazoObservacion, catalogos.feriados)
  return { elementos: catalogos.supuestos.map((each) => toSupuesto(each, rol)), venceEn: endOfDay(vence, zona).toString() }
}

/** Its article, which perhaps nobody confirmed, is for the institute. */
function toSupuesto(supuesto: SupuestoPack, rol: Rol): SupuestoDto {
  const { clave, texto, catalogo } = supuesto
  const { nivel, hallazgo, comoSubsanar, fundamento } = catalogo ?? UNSAID
  return {
    ...{ clave, texto, objeto: objetoDe(supuesto), nivel, hallazgo, comoSubsanar, subsanable: esSubsanable(supuesto) },
    fundamento: esDeActorPolitico(rol) ? null : fundamento,
  }
}

/** Texts of a list from before there was a catalogue. */
const UNSAID = { nivel: null, hallazgo: null, comoSubsanar: null, fundamento: null }
