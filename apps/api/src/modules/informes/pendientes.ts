import type { EntityManager } from 'typeorm'
import { puede } from '@conoceles/domain'
import { readRows } from '../../database/rows.ts'
import type { Quien } from '../../shared/act.ts'
import type { PendienteDto } from '../registro/index.ts'
import type { FuentesPapel } from './papel.ts'
import { readVotado, type TextoVotado } from './votado.ts'

/** Informes of which an emission is a version, and none is the approved text: few, so that each is judged by itself. */
const CANDIDATOS = `select distinct v.entregable
  from captura.entregable_version v
  join captura.documento d on d.id = v.documento_id
  join captura.informe_emision e on e.entregable = v.entregable and e.huellas ->> 'pdf' = d.sha256
  where v.retirada_en is null and not exists (
    select 1 from captura.entregable_version l where l.entregable = v.entregable and l.texto_de is not null and l.retirada_en is null)
  order by 1`

/** Approved informes whose document still says that it is a project, for «Lo que toca hoy». */
export class PendientesInformeService {
  constructor(private readonly services: Pick<FuentesPapel, 'procesos' | 'actividades'>) {}

  async pendientes(tx: EntityManager, { rol }: Quien): Promise<PendienteDto[]> {
    if (!puede(rol, 'informes.administrar')) return []
    const duties: PendienteDto[] = []
    for (const { entregable } of await readRows<{ entregable: string }>(tx, CANDIDATOS, [])) {
      const votado = await readVotado(tx, entregable, this.services)
      if (votado?.porEmitir) duties.push(toPendiente(entregable, votado))
    }
    return duties
  }
}

function toPendiente(clave: string, { nombre }: TextoVotado): PendienteDto {
  return {
    clave: `texto_aprobado-${clave}`,
    texto: `Emitir el texto aprobado, que todavía dice PROYECTO: ${nombre}`,
    cuantas: 1,
    venceEn: null,
    enlace: `/informes/${encodeURIComponent(clave.replace('/', '~'))}`,
  }
}
