import type { EntityManager } from 'typeorm'
import { puede, type Permiso } from '@conoceles/domain'
import type { Quien } from '../../../shared/act.ts'
import { readRows } from '../../../database/rows.ts'

/** Open proposals of another account, of the version that stands: a draft that was saved again, or an informe that was fulfilled, has none. */
const ABIERTAS = `
  select a.id, a.acto, a.materia, split_part(a.materia, ':', 1) as tipo, split_part(a.materia, ':', 2) as objeto,
    coalesce(c.titulo, '') as titulo
  from captura.aprobacion_excepcional a
  left join captura.cuestionario_borrador c on a.materia = 'cuestionario:' || c.id
  left join captura.aviso_borrador v on a.materia = 'aviso:' || v.id
  left join captura.politica_borrador p on a.materia = 'politica:' || p.id
  where a.propuesta_por <> $1 and a.confirmada_en is null and a.retirada_en is null
    and a.version = case when a.materia like 'informe:%'
      then 1 + (select count(*) from captura.cumplimiento h
                where h.proceso_id = a.proceso_id and h.entregable = split_part(a.materia, ':', 2) and h.milestone = a.acto)
      else coalesce(c.version, v.version, p.version) end
  order by a.propuesta_en, a.id`

interface Abierta {
  id: string
  acto: string
  tipo: string
  objeto: string
  titulo: string
}

interface Clase {
  permiso: (acto: string) => Permiso
  que: (abierta: Abierta) => string
  enlace: (objeto: string) => string
}

const CLASES: Readonly<Record<string, Clase>> = {
  aviso: {
    permiso: (acto) => (acto === 'aprobar_comite' ? 'avisos.aprobar' : 'avisos.administrar'),
    que: () => 'el aviso de privacidad',
    enlace: (id) => `/avisos-privacidad/borradores/${id}`,
  },
  cuestionario: {
    permiso: () => 'versiones.administrar',
    que: ({ titulo }) => `el cuestionario «${titulo}»`,
    enlace: (id) => `/cuestionarios/borradores/${id}`,
  },
  politica: {
    permiso: () => 'politica.administrar',
    que: () => 'la política de publicación',
    enlace: (id) => `/politica/borradores/${id}`,
  },
  informe: {
    permiso: () => 'actividades.administrar',
    que: ({ objeto }) => `el informe ${objeto}`,
    enlace: (clave) => `/actividades/${encodeURIComponent(clave.replace('/', '~'))}`,
  },
}

/** Approvals without the vote on their matter that one person proposed, for the account that may be the second. */
export const pendientesAprobacion = {
  async pendientes(tx: EntityManager, { rol, cuentaId }: Quien) {
    const may = (permiso: Permiso): boolean => puede(rol, permiso)
    if (!may('avisos.aprobar') && !may('versiones.administrar')) return []
    const open = await readRows<Abierta>(tx, ABIERTAS, [cuentaId])
    return open.flatMap((each) => {
      const clase = CLASES[each.tipo]
      if (!clase || !may(clase.permiso(each.acto))) return []
      const texto = `Confirmar la aprobación sin voto de su asunto que propuso otra persona: ${clase.que(each)}`
      return [{ clave: `aprobacion-${each.id}`, texto, cuantas: 1, venceEn: null, enlace: clase.enlace(each.objeto) }]
    })
  },
}
