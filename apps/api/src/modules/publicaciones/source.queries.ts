import type { EntityManager } from 'typeorm'
import type { Calidad, ConsentimientoDado, EstatusCandidatura, EstatusCaptura, Sexo } from '@conoceles/domain'

export interface ClaveNombre {
  clave: string
  nombre: string
}

export interface SeccionSource {
  tipo: 'curricular' | 'identidad'
  clave: string
  estatus: string
  respuestas: Record<string, unknown> | null
  verificadas: Record<string, unknown> | null
  verificadaEn: string | null
  observada: boolean
}

/** Everything that the door looks at for one candidatura, private data included: only the document built from it may leave. */
export interface CandidaturaSource {
  id: string
  estatus: EstatusCandidatura
  estatusCaptura: EstatusCaptura
  calidad: Calidad
  numero: number
  accionAfirmativa: string | null
  eleccionConsecutiva: boolean
  capturadaEn: string | null
  validadaEn: string | null
  verificadaEn: string | null
  nombre: string
  apodo: string | null
  sexo: Sexo
  fechaNacimiento: string
  cargo: string
  cargoNombre: string
  contienda: string
  demarcacionTipo: 'entidad' | 'distrito' | 'municipio'
  demarcacionClave: string
  lugar: string
  actor: ClaveNombre & { tipo: string; color: string | null; nota: string | null }
  integrantes: ClaveNombre[]
  partidoOrigen: ClaveNombre | null
  formula: { id: string; nombre: string; calidad: Calidad; estatus: string }[]
  fotografia: { sha256: string; textoAlternativo: string; tomadaEn: string } | null
  /** Newest first. */
  consentimientos: (ConsentimientoDado & { tratamiento: boolean; publicacion: boolean })[]
  secciones: SeccionSource[]
  orden: string
}

const NAME = `concat_ws(' ', p.nombre, p.primer_apellido, p.segundo_apellido)`

const SQL = `select c.id, c.estatus, c.estatus_captura as "estatusCaptura", c.calidad, c.numero, c.accion_afirmativa as "accionAfirmativa",
  c.eleccion_consecutiva as "eleccionConsecutiva", to_json(c.capturada_en) as "capturadaEn", to_json(c.validada_en) as "validadaEn",
  to_json(c.verificada_en) as "verificadaEn", ${NAME} as nombre, p.apodo, p.sexo, p.fecha_nacimiento::text as "fechaNacimiento",
  g.clave as cargo, g.nombre as "cargoNombre", k.clave as contienda, d.tipo as "demarcacionTipo", d.clave as "demarcacionClave", d.nombre as lugar,
  json_build_object('clave', a.clave, 'nombre', a.nombre, 'tipo', a.tipo, 'color', a.color, 'nota', a.nota) as actor,
  coalesce((select json_agg(json_build_object('clave', i.clave, 'nombre', i.nombre) order by i.orden)
    from captura.actor_politico i where i.id = any(po.integrantes)), '[]') as integrantes,
  case when o.id is not null then json_build_object('clave', o.clave, 'nombre', o.nombre) end as "partidoOrigen",
  (select json_agg(json_build_object('id', fc.id, 'nombre', concat_ws(' ', fp.nombre, fp.primer_apellido, fp.segundo_apellido),
      'calidad', fc.calidad, 'estatus', fc.estatus) order by fc.calidad)
    from captura.candidatura fc join captura.persona fp on fp.id = fc.persona_id
    where fc.postulacion_id = c.postulacion_id and fc.numero = c.numero) as formula,
  (select json_build_object('sha256', f.sha256, 'textoAlternativo', f.texto_alternativo, 'tomadaEn', f.tomada_en)
    from captura.fotografia f where f.candidatura_id = c.id and f.verificada_en is not null and f.retirada_en is null) as fotografia,
  coalesce((select json_agg(json_build_object('tratamiento', co.tratamiento, 'publicacion', co.publicacion, 'mecanismo', co.mecanismo, 'revision', co.revision)
      order by co.otorgado_en desc, co.id desc)
    from captura.consentimiento co where co.candidatura_id = c.id), '[]') as consentimientos,
  coalesce((select json_agg(json_build_object('tipo', q.tipo, 'clave', s.clave, 'estatus', s.estatus, 'respuestas', s.respuestas,
      'verificadas', s.verificadas, 'verificadaEn', s.verificada_en, 'observada', exists (select 1 from captura.observacion ob
        where ob.candidatura_id = c.id and ob.cuestionario = q.tipo and ob.seccion = s.clave and ob.cerrada_en is null)))
    from captura.seccion s join captura.cuestionario q on q.id = s.cuestionario_id where s.candidatura_id = c.id), '[]') as secciones,
  lpad(g.orden::text, 3, '0') || d.clave || lpad(po.orden::text, 3, '0') || lpad(c.numero::text, 4, '0') || c.calidad || c.id as orden
from captura.candidatura c
join captura.persona p on p.id = c.persona_id
join captura.postulacion po on po.id = c.postulacion_id
join captura.contienda k on k.id = po.contienda_id
join captura.cargo g on g.id = k.cargo_id
join captura.demarcacion d on d.id = k.demarcacion_id
join captura.actor_politico a on a.id = po.actor_id
left join captura.actor_politico o on o.id = c.partido_origen_id
where g.clave = any($1)`

/** Candidaturas of the cargos whose publication has begun. `ids` null: all. */
export async function readSources(tx: EntityManager, abiertas: string[], ids: string[] | null): Promise<CandidaturaSource[]> {
  const filter = ids === null ? '' : ' and c.id = any($2)'
  return (await tx.query(SQL + filter, ids === null ? [abiertas] : [abiertas, ids])) as CandidaturaSource[]
}

export async function readImagen(tx: EntityManager, sha256: string): Promise<Record<'chica' | 'media' | 'grande', Buffer>> {
  const [row] = (await tx.query('select chica, media, grande from captura.imagen where sha256 = $1', [sha256])) as Record<
    'chica' | 'media' | 'grande',
    Buffer
  >[]
  if (!row) throw new Error('a photograph without its bytes')
  return row
}
