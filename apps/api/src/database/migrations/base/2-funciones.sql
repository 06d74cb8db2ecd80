-- Functions, each with the triggers that call it.

-- ──────────────────── bitacora

create function bitacora.encadenar() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare ultimo record;
begin
  perform pg_advisory_xact_lock(241, 2023);
  select a.n, a.hash into ultimo from bitacora.acto a order by a.n desc limit 1;
  new.n := coalesce(ultimo.n, 0) + 1;
  new.anterior := coalesce(ultimo.hash, ''::bytea);
  new.hash := sha256(convert_to(encode(new.anterior, 'hex') || new.contenido, 'UTF8'));
  return new;
end $$;
create trigger acto_encadenar before insert on bitacora.acto for each row execute function bitacora.encadenar();

create function bitacora.impedir() returns trigger
language plpgsql as $$
begin
  raise exception 'la bitácora no se altera' using errcode = '42501';
end $$;
create trigger acto_impedir before delete or update on bitacora.acto for each row execute function bitacora.impedir();
create trigger acto_impedir_vaciar before truncate on bitacora.acto for each statement execute function bitacora.impedir();
create trigger cabeza_impedir before delete or update on publico.cabeza for each row execute function bitacora.impedir();
create trigger cabeza_impedir_vaciar before truncate on publico.cabeza for each statement execute function bitacora.impedir();

-- For the job alone, which has the reach of the Secretaría: what the message says and where it goes; una null: those that nobody wrote
-- yet.
create function captura.acuses_por_enviar(una uuid) returns table (id uuid, folio text, derecho text, recibida text, correo text,
  cuenta uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.folio, s.derecho, s.recibida::text, s.correo, s.creada_por
  from captura.solicitud_derecho s
  where s.correo is not null and coalesce(current_setting('app.rol', true), '') = 'secretaria'
    and (s.id = una or (una is null and not exists (select 1 from captura.recordatorio r where r.solicitud_id = s.id)))
  order by s.creada_en, s.id
$$;

-- ──────────────────── acceso

-- One mailbox in one spelling: without its tag, and for Gmail without dots.
create function acceso.buzon(correo text) returns text
language sql immutable parallel safe as $$
  select case when dominio in ('gmail.com', 'googlemail.com') then replace(nombre, '.', '') || '@gmail.com' else nombre || '@' || dominio end
  from (select split_part(split_part(lower(correo), '@', 1), '+', 1) as nombre, split_part(lower(correo), '@', 2) as dominio) partes
$$;

-- ──────────────────── proceso

-- Document that confirms each fact: the same for everybody who is told how sure it is. The table holds the author.
create function captura.confirmaciones_vigentes() returns table (clave text, huella text, documento text, fecha text)
language sql stable security definer set search_path = pg_catalog as $$
  select c.clave, c.huella, c.documento, c.fecha::text from captura.confirmacion c where c.deshecha_en is null
$$;

-- Undone once, and nothing else of it changes.
create function captura.conservar_confirmacion() returns trigger
language plpgsql as $$
begin
  if old.deshecha_en is not null then raise exception 'lo que se deshizo no cambia' using errcode = '42501'; end if;
  return new;
end $$;
create trigger confirmacion_conservar before update on captura.confirmacion for each row execute function captura.conservar_confirmacion();

-- Of tables without row-level security only rows are deleted that came with an import in the undoing.
create function captura.impedir_borrado() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select 1 from captura.importacion i where i.estatus = 'deshaciendo' and i.creado -> tg_table_name ? old.id::text) then
    return old;
  end if;
  raise exception 'sólo al deshacer una importación se retira lo que ella trajo' using errcode = '42501';
end $$;
create trigger actor_politico_impedir before delete on captura.actor_politico for each row execute function captura.impedir_borrado();
create trigger acuerdo_impedir before delete on captura.acuerdo for each row execute function captura.impedir_borrado();
create trigger contienda_impedir before delete on captura.contienda for each row execute function captura.impedir_borrado();
create trigger demarcacion_impedir before delete on captura.demarcacion for each row execute function captura.impedir_borrado();
create trigger postulacion_impedir before delete on captura.postulacion for each row execute function captura.impedir_borrado();

-- Working days, by which terms are counted: no more of the programme.
create function captura.laborales(proceso uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select p.contenido -> 'laborales' from captura.programa p where p.proceso_id = proceso
$$;

-- The serving process uses the day of the proceso: its zone is told with its clock.
create function publico.reloj() returns table (simulacro boolean, desfase bigint, zona text)
language sql stable security definer set search_path = pg_catalog as $$ select simulacro, desfase_reloj, zona from captura.proceso $$;

-- ──────────────────── registro

-- A blank fact may be completed; a recorded one is replaced only after it was kept.
create function captura.acuerdo_conserva() returns trigger
language plpgsql as $$
begin
  if ((new.numero, new.fecha) is distinct from (old.numero, old.fecha)
    or old.organo is not null and new.organo is distinct from old.organo
    or old.asunto is not null and new.asunto is distinct from old.asunto
    or old.aprobado_en is not null and new.aprobado_en is distinct from old.aprobado_en
    or old.documento_id is not null and new.documento_id is distinct from old.documento_id)
    and not exists (select 1 from captura.acuerdo_correccion c where c.acuerdo_id = old.id
      and (c.numero, c.fecha, c.organo, c.asunto, c.aprobado_en, c.documento_id)
        is not distinct from (old.numero, old.fecha, old.organo, old.asunto, old.aprobado_en, old.documento_id))
  then
    raise exception 'lo que consta de un acuerdo no se altera sin conservarlo' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger acuerdo_conserva before update on captura.acuerdo for each row execute function captura.acuerdo_conserva();

-- Present and past holders of the places of a list, and their changes, which the acuerdos tell to everybody. A persona and each party of
-- an alianza read the whole of it: with their own rows alone a place would look empty. No name comes from here and nothing that anybody
-- captured. About a candidate of another party they read her public name, and not the cause, which may be her health.
create function captura.cambios_de(postulacion uuid) returns table (id uuid, candidatura_id uuid, tipo text, acuerdo_id uuid,
  efectos_desde date, entra_id uuid, sale_id uuid, registrado_en timestamptz, rol text)
language sql stable security definer set search_path = pg_catalog set app.lectura = lugares as $$
  select m.id, m.candidatura_id, m.tipo, m.acuerdo_id, m.efectos_desde, m.entra_id, m.sale_id, m.registrado_en, m.rol
  from captura.cambio m join captura.candidatura c on c.id = m.candidatura_id
  where c.postulacion_id = postulacion
$$;

create function captura.lugares_de(postulacion uuid) returns table (id uuid, postulacion_id uuid, cargo_id uuid, calidad text,
  numero int, orden text, estatus text, acuerdo_id uuid)
language sql stable security definer set search_path = pg_catalog set app.lectura = lugares as $$
  select c.id, c.postulacion_id, c.cargo_id, c.calidad, c.numero, c.orden, c.estatus, c.acuerdo_id
  from captura.candidatura c where c.postulacion_id = postulacion
$$;

-- ──────────────────── captura

-- The last reading by the account that asks, on a day of the law: why it said it reads. Parties may not read the bitácora itself.
create function bitacora.lectura_propia(candidatura uuid, dia date) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select a.contenido::jsonb -> 'detalle' from bitacora.acto a
  where a.objeto_id = candidatura::text and a.acto = 'identidad.leida'
    and a.contenido::jsonb ->> 'cuenta' = nullif(current_setting('app.cuenta', true), '')
    and a.contenido::jsonb #>> '{detalle,dia}' = dia::text
  order by a.n desc limit 1
$$;

-- An export is a reading of the answers of those whom its entry names. Earlier entries name nobody. They count, as they did, from the
-- first entry of a persona on, but for those that held no answer at all.
create function bitacora.lecturas_de(candidatura uuid, zona text) returns table (acto text, dia date, nombre text, rol text,
  actor_politico_id uuid, motivo text, explicacion text, primera timestamptz, ultima timestamptz, veces int)
language sql stable security definer set search_path = pg_catalog as $$
  with alguna as (
    select a.n, a.acto, a.contenido::jsonb as c from bitacora.acto a where a.acto in ('identidad.exportada', 'identidad.codificada')
  ), entrada as (
    select a.n, a.acto, a.contenido::jsonb as c from bitacora.acto a
    where a.objeto_id = candidatura::text and a.acto in ('identidad.leida', 'consentimiento.formato_leido', 'derechos.acceso_leido')
    union all
    select a.n, a.acto, a.c from alguna a where a.c #> '{detalle,leidas}' ? candidatura::text
    union all
    select a.n, a.acto, a.c from alguna a
    where a.c #> '{detalle,leidas}' is null and coalesce((a.c #>> '{detalle,conIdentidad}')::int, 1) > 0
      and a.n > (select min(f.n) from bitacora.acto f where f.objeto_id = candidatura::text)
  )
  select e.acto, ((e.c ->> 'en')::timestamptz at time zone zona)::date, k.nombre, e.c ->> 'rol', (e.c ->> 'actor')::uuid,
    e.c #>> '{detalle,motivo}', e.c #>> '{detalle,explicacion}', min((e.c ->> 'en')::timestamptz), max((e.c ->> 'en')::timestamptz),
    count(*)::int
  from entrada e left join acceso.cuenta k on k.id = (e.c ->> 'cuenta')::uuid
  where current_setting('app.rol', true) = 'transparencia'
    or (current_setting('app.rol', true) = 'candidata' and candidatura = nullif(current_setting('app.candidatura', true), '')::uuid)
  group by 1, 2, e.c ->> 'cuenta', 3, 4, 5, 6, 7
  order by max(e.n) desc
$$;

-- Opens only sections of the identity cuestionario that nobody saved yet, and only for a persona who says yes.
create function captura.abrir_identidad(persona uuid, cuestionario uuid, claves text[]) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if (select k.tratamiento from captura.consentimiento k where k.candidatura_id = persona and k.revision in ('no_requiere', 'aceptada')
      order by k.otorgado_en desc, k.id desc limit 1) is distinct from true then
    raise exception 'la persona no autoriza el tratamiento' using errcode = '42501';
  end if;
  insert into captura.seccion (id, candidatura_id, cuestionario_id, clave, estatus, version, reabierta)
    select gen_random_uuid(), persona, q.id, c, 'vacia', 0, true from captura.cuestionario q, unnest(claves) c
    where q.id = cuestionario and q.tipo = 'identidad'
      and not exists (select 1 from captura.seccion s where s.candidatura_id = persona and s.cuestionario_id = q.id and s.clave = c);
  return found;
end $$;

-- States and days, never an answer: staff that may not read captura see how it goes, and a party sees its own.
create function captura.avance_de(candidaturas uuid[]) returns table (candidatura_id uuid, secciones jsonb,
  guardada_en timestamptz, observaciones int, observacion_vence date, exenta boolean, actuales jsonb, decisiones jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select c.id, s.secciones, s.guardada_en, o.observaciones, o.vence,
    coalesce((select not k.tratamiento from captura.consentimiento k where k.candidatura_id = c.id and k.revision <> 'rechazada'
      order by k.otorgado_en desc, k.id desc limit 1), false),
    (select jsonb_object_agg(f.cuestionario_id || '/' || f.clave, jsonb_build_object('estatus', f.estatus, 'version', f.version, 'guardadaEn', f.guardada_en))
      from (select cuestionario_id, clave, estatus, version, guardada_en from captura.seccion_anterior where candidatura_id = c.id
        union all select cuestionario_id, clave, estatus, version, guardada_en from captura.seccion where candidatura_id = c.id) f),
    (select jsonb_agg(jsonb_build_object('en', k.otorgado_en, 'tratamiento', k.tratamiento)) from captura.consentimiento k
      where k.candidatura_id = c.id and k.revision <> 'rechazada')
  from captura.candidatura c
  left join (select candidatura_id, jsonb_object_agg(cuestionario_id || '/' || clave, estatus) as secciones, max(guardada_en) as guardada_en
    from captura.seccion where candidatura_id = any(candidaturas) group by 1) s on s.candidatura_id = c.id
  left join (select candidatura_id, count(*)::int as observaciones, min(vence) as vence
    from captura.observacion where candidatura_id = any(candidaturas) and cerrada_en is null group by 1) o on o.candidatura_id = c.id
  where c.id = any(candidaturas)
$$;

-- Versions of the aviso de privacidad: written, before the Comisión and the Comité de Transparencia, published; and its printed forms.
create function captura.conservar_aviso() returns trigger
language plpgsql as $$
begin
  raise exception 'una versión publicada del aviso de privacidad no cambia' using errcode = '42501';
end $$;
create trigger aviso_documento_conservar before delete or update on captura.aviso_documento for each row execute function captura.conservar_aviso();
create trigger aviso_privacidad_conservar before delete or update on captura.aviso_privacidad for each row execute function captura.conservar_aviso();

-- The next round replaces the one before, by the same account or another; any other end needs another account.
create function captura.conservar_cierre() returns trigger
language plpgsql as $$
begin
  raise exception 'una observación cerrada no se altera' using errcode = '42501';
end $$;
create trigger observacion_conservar before update on captura.observacion for each row when (old.cerrada_en is not null) execute function captura.conservar_cierre();

-- A version that nobody answered goes as if it had never been; a foreign key holds back any other.
create function captura.conservar_cuestionario() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.borrador_id::text = current_setting('app.traslado', true)
    and exists (select 1 from captura.cuestionario_borrador b where b.id = old.borrador_id and b.estatus = 'activado') then
    return old;
  end if;
  raise exception 'una versión en uso de un cuestionario no cambia' using errcode = '42501';
end $$;
create trigger cuestionario_conservar before delete or update on captura.cuestionario for each row execute function captura.conservar_cuestionario();

-- Destroys the identity answers of a persona who refuses their treatment, and her data key unless a document of hers lies under it. Those
-- that a cancelación blocked wait for their suppression.
create function captura.destruir_identidad(persona uuid, en timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare destroyed boolean;
begin
  if (select k.tratamiento from captura.consentimiento k where k.candidatura_id = persona and k.revision in ('no_requiere', 'aceptada')
    order by k.otorgado_en desc, k.id desc limit 1) is distinct from false then
    raise exception 'la persona no niega el tratamiento' using errcode = '42501';
  end if;
  if exists (select 1 from identidad.bloqueada b where b.candidatura_id = persona) then
    return false;
  end if;
  delete from identidad.respuesta where candidatura_id = persona;
  destroyed := found;
  delete from identidad.llave where candidatura_id = persona and not exists (select 1 from identidad.formato f where f.candidatura_id = persona);
  update captura.observacion set desenlace = 'retirada', cerrada_en = en, nota = 'La persona retiró su consentimiento.'
    where candidatura_id = persona and cuestionario = 'identidad' and cerrada_en is null;
  update captura.seccion s set propias_en = null,
      estatus = case when s.estatus <> 'observada' then s.estatus when s.version = s.version_verificada then 'verificada' else 'validada' end
    where s.candidatura_id = persona and exists (select 1 from captura.cuestionario q where q.id = s.cuestionario_id and q.tipo = 'identidad');
  return destroyed;
end $$;

create function captura.exigir_aprobacion() returns trigger
language plpgsql as $$
begin
  if not exists (select 1 from captura.cuestionario_borrador b where b.id = new.borrador_id and b.estatus = 'propuesto' and b.tipo = new.tipo
      and b.proceso_id = new.proceso_id and b.schema = new.schema and b.uischema = new.uischema and b.acuerdo_id = new.acuerdo_id
      and b.cargos is not distinct from new.cargos and b.vigente_desde <= new.vigente_desde
      and b.propuesto_por::text <> current_setting('app.cuenta', true))
    or current_setting('app.rol', true) is distinct from 'secretaria' then
    raise exception 'sólo entra en vigor lo que la Comisión aprobó y confirma otra persona' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger cuestionario_aprobado before insert on captura.cuestionario for each row when (CURRENT_USER = 'conoceles_instituto'::name) execute function captura.exigir_aprobacion();

create function captura.exigir_comite() returns trigger
language plpgsql as $$
begin
  if not exists (select 1 from captura.aviso_borrador b where b.id = new.borrador_id and b.estatus = 'aprobado' and b.proceso_id = new.proceso_id
      and new.plantilla = jsonb_build_object('integral', b.integral, 'simplificado', b.simplificado) and b.finalidades = new.finalidades
      and b.vigente_desde <= new.vigente_desde)
    or current_setting('app.rol', true) is distinct from 'secretaria' then
    raise exception 'sólo se publica lo que el Comité de Transparencia aprobó' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger aviso_privacidad_aprobado before insert on captura.aviso_privacidad for each row when (CURRENT_USER = 'conoceles_instituto'::name) execute function captura.exigir_comite();

-- Candidaturas whose captura came late in part, by the acuse of each save: an id and no answer.
create function captura.extemporaneas_de(proceso uuid) returns SETOF uuid
language sql stable security definer set search_path = pg_catalog as $$
  select distinct s.candidatura_id from captura.seccion s join captura.candidatura c on c.id = s.candidatura_id
  where s.extemporanea and c.proceso_id = proceso
$$;

create function captura.guardar_prosa() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from captura.prosa where seccion_id = new.id;
  insert into captura.prosa (seccion_id, candidatura_id, pregunta, texto, huellas)
  select new.id, new.candidatura_id, key, value #>> '{}', captura.huellas_de(value #>> '{}') from jsonb_each(coalesce(new.respuestas, '{}'))
  where jsonb_typeof(value) = 'string' and length(value #>> '{}') >= 120;
  return null;
end $$;
create trigger seccion_prosa after insert or update of respuestas on captura.seccion for each row execute function captura.guardar_prosa();

-- Fingerprints of a text: the smallest hashes of its runs of four words. The text is parted into words once, for all steps.
create function captura.huellas_de(texto text) returns bigint[]
language sql immutable parallel safe set search_path = pg_catalog as $$
  with words as materialized (select regexp_split_to_array(lower(texto), '[^[:alnum:]]+') as w),
    runs as (select distinct hashtextextended(array_to_string(w[i:i + 3], ' '), 0) as hash
      from words, generate_series(1, greatest(cardinality(w) - 3, 1)) i)
  select array_agg(hash) from (select hash from runs order by hash limit 12) smallest
$$;

create function captura.preguntas_parecidas(candidatura uuid, minimo real) returns table (pregunta text, parecido real)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  return query
    with pairs as materialized (
      select own.pregunta as question, own.texto as one, other.texto as another
      from captura.prosa own
      join captura.prosa other on other.huellas && own.huellas and other.pregunta = own.pregunta and other.candidatura_id <> own.candidatura_id
      where own.candidatura_id = candidatura
        and (select count(*) from unnest(own.huellas) huella where huella = any (other.huellas)) >= 4)
    select question, max(trigramas.similarity(one, another)) from pairs
    group by question having max(trigramas.similarity(one, another)) >= minimo;
end $$;

-- Destroys the identity answers of a persona who refuses their treatment, and of nobody else: the function looks for itself. Her sections
-- keep saying that they were captured, by which omissions are judged; if she says yes again they are asked anew. The data key goes as
-- well, unless a document of hers lies under it.
create function captura.reabrir_identidad(persona uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if (select k.tratamiento from captura.consentimiento k where k.candidatura_id = persona and k.revision in ('no_requiere', 'aceptada')
    order by k.otorgado_en desc, k.id desc limit 1) is distinct from true then
    raise exception 'la persona no autoriza el tratamiento' using errcode = '42501';
  end if;
  update captura.seccion s set estatus = 'vacia', version = s.version + 1, reabierta = true, extemporanea = false, de_la_persona = false,
      version_validada = null, validadas = null, validadas_cuestionario_id = null,
      version_verificada = null, verificadas = null, verificadas_cuestionario_id = null, verificada_en = null
    where s.candidatura_id = persona and exists (select 1 from captura.cuestionario q where q.id = s.cuestionario_id and q.tipo = 'identidad') and s.estatus <> 'vacia' and not exists (select 1 from identidad.respuesta r where r.candidatura_id = persona);
  return found;
end $$;

-- ──────────────────── publicacion

-- What was decided on a block never changes.
create function captura.conservar_bloqueo() returns trigger
language plpgsql as $$
begin
  if old.estatus in ('rechazado', 'levantado')
    or (old.confirmado_por is not null and (new.confirmado_por is distinct from old.confirmado_por or new.estatus = 'propuesto'))
    or (new.persona_id, new.alcance, new.base, new.motivo, new.propuesto_por, new.propuesto_en)
      is distinct from (old.persona_id, old.alcance, old.base, old.motivo, old.propuesto_por, old.propuesto_en)
    or (new.clave, new.autoridad, new.orden, new.documento_id, new.hasta, new.provisional_hasta)
      is distinct from (old.clave, old.autoridad, old.orden, old.documento_id, old.hasta, old.provisional_hasta) then
    raise exception 'lo que se decidió sobre un bloqueo no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger bloqueo_conservar before update on captura.bloqueo for each row execute function captura.conservar_bloqueo();

-- The policy of publication in versions: a draft of the secretaría, and the one way in which it becomes the version in force. Nobody
-- changes a version in use.
create function captura.conservar_politica() returns trigger
language plpgsql as $$
begin
  raise exception 'una versión en uso de la política de publicación no cambia' using errcode = '42501';
end $$;
create trigger politica_publicacion_conservar before delete or update on captura.politica_publicacion for each row execute function captura.conservar_politica();

create function captura.exigir_borrador_politica() returns trigger
language plpgsql as $$
begin
  if not exists (select 1 from captura.politica_borrador b where b.id = new.borrador_id and b.estatus = 'borrador' and b.proceso_id = new.proceso_id
      and b.campos = new.campos and b.base_version = new.version - 1)
    or current_setting('app.rol', true) is distinct from 'secretaria' then
    raise exception 'sólo entra en vigor un borrador de la versión que rige' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger politica_publicacion_borrador before insert on captura.politica_publicacion for each row when (CURRENT_USER = 'conoceles_instituto'::name) execute function captura.exigir_borrador_politica();

-- In one order, so that processes that write at once wait for each other and never in a circle.
create function publico.contar_visitas(clases text[], horas timestamptz[], cuantas int[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if 0 >= any(cuantas) then raise exception 'visits are only added' using errcode = 'check_violation'; end if;
  insert into publico.visita as v (clase, hora, veces) select * from unnest(clases, horas, cuantas) order by 1, 2
    on conflict (clase, hora) do update set veces = v.veces + excluded.veces;
end $$;

-- One at a time, so that the bounds hold. The same words of the same page on one day are one report. Answers its folio, or null when the
-- day, or the tray, takes no more.
create function publico.recibir_reporte(nuevo jsonb, hoy date, en_un_dia int, en_espera int) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare known text;
begin
  perform pg_advisory_xact_lock(242, 617);
  select r.folio into known from captura.reporte r where r.recibido = hoy and r.huella = nuevo ->> 'huella';
  if known is not null then return known; end if;
  if (select count(*) from captura.reporte r where r.recibido = hoy) >= en_un_dia
    or (select count(*) from captura.reporte r where r.estatus = 'recibido') >= en_espera then
    return null;
  end if;
  insert into captura.reporte (id, folio, pagina, corte, texto, pide_respuesta, recibido, huella, estatus, version)
    values (gen_random_uuid(), nuevo ->> 'folio', nuevo ->> 'pagina', coalesce((select max(c.numero) from publico.corte c), 0), nuevo ->> 'texto',
      (nuevo ->> 'pideRespuesta')::boolean, hoy, nuevo ->> 'huella', 'recibido', 1);
  return nuevo ->> 'folio';
end $$;

-- ──────────────────── programa

-- An approval by another vote than one on its own matter takes a reason and two people.
create function captura.conservar_aprobacion() returns trigger
language plpgsql as $$
begin
  if old.confirmada_en is not null or old.retirada_en is not null then
    raise exception 'lo que se confirmó o se retiró no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger aprobacion_excepcional_conservar before update on captura.aprobacion_excepcional for each row execute function captura.conservar_aprobacion();

-- The words of a sent oficio stay. The times of its sending and receipt may be corrected only after the earlier facts were kept.
create function captura.remision_conserva(remision uuid, parte text, ocurrido timestamptz, dicho text, documento uuid,
  registrado timestamptz) returns boolean
language sql stable as $$
  select exists (select 1 from captura.remision_correccion c where c.remision_id = remision and c.que = parte and c.ocurrido_en = ocurrido
    and c.dato = dicho and c.documento_id is not distinct from documento and c.registrado_en = registrado)
$$;

create function captura.remision_fija() returns trigger
language plpgsql as $$
begin
  if old.anulada_en is not null then
    raise exception 'una remisión anulada no se altera' using errcode = '42501';
  end if;
  if old.enviada_en is not null and (
    (new.entregables, new.numero, new.lugar, new.fecha, new.destinatario, new.atencion, new.asunto, new.cuerpo, new.remitente, new.copias,
      new.anexos, new.envio_folio)
    is distinct from
    (old.entregables, old.numero, old.lugar, old.fecha, old.destinatario, old.atencion, old.asunto, old.cuerpo, old.remitente, old.copias,
      old.anexos, old.envio_folio)
    or new.enviada_en is null
    or (new.enviada_en, new.medio, new.oficio_id, new.envio_registrado_en)
      is distinct from (old.enviada_en, old.medio, old.oficio_id, old.envio_registrado_en)
      and not captura.remision_conserva(old.id, 'envio', old.enviada_en, old.medio, old.oficio_id, old.envio_registrado_en))
  then
    raise exception 'una remisión enviada no se altera' using errcode = '42501';
  end if;
  if old.acuse_en is not null and (
    new.acuse_en is null
    or (new.acuse_en, new.acuse_folio, new.acuse_documento_id, new.acuse_registrado_en)
      is distinct from (old.acuse_en, old.acuse_folio, old.acuse_documento_id, old.acuse_registrado_en)
      and not captura.remision_conserva(old.id, 'acuse', old.acuse_en, old.acuse_folio, old.acuse_documento_id, old.acuse_registrado_en))
  then
    raise exception 'un acuse no se altera' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger remision_fija before update on captura.remision for each row execute function captura.remision_fija();

-- The day of a held sesión is corrected with a reason. Its earlier day stays in its history, which only grows.
create function captura.sesion_conserva() returns trigger
language plpgsql as $$
declare
  ultimo jsonb := new.historia -> -1;
  pasos int := jsonb_array_length(old.historia);
begin
  if (select coalesce(jsonb_agg(hecho order by n), '[]') from jsonb_array_elements(new.historia) with ordinality as h (hecho, n) where n <= pasos)
    is distinct from old.historia
  then
    raise exception 'la historia de una sesión no se altera' using errcode = '42501';
  end if;
  if old.estatus = 'celebrada' and (
    (new.estatus, new.hora, new.modalidad, new.lugar, new.puntos, new.convocatoria)
      is distinct from (old.estatus, old.hora, old.modalidad, old.lugar, old.puntos, old.convocatoria)
    or new.fecha is distinct from old.fecha and not (jsonb_array_length(new.historia) > pasos and ultimo ->> 'acto' = 'corregir'
      and ultimo ->> 'fecha' = old.fecha::text and coalesce(ultimo ->> 'motivo', '') <> ''))
  then
    raise exception 'lo que consta de una sesión celebrada no se altera sin conservarlo' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger sesion_conserva before update on captura.sesion for each row execute function captura.sesion_conserva();

-- ──────────────────── normativa

-- Transparencia writes drafts of the aviso de privacidad with Secretaría, and sends them. Once a draft is before an organ, she still only
-- writes down the vote of her Comité.
create function captura.conservar_aviso_borrador() returns trigger
language plpgsql as $$
begin
  if old.estatus in ('publicado', 'descartado')
    or (old.estatus <> 'borrador' and (new.integral <> old.integral or new.simplificado <> old.simplificado or new.finalidades <> old.finalidades))
    or (old.estatus = 'aprobado' and new.estatus = 'aprobado') then
    raise exception 'lo que está ante un órgano, o se publicó, no cambia' using errcode = '42501';
  end if;
  if current_setting('app.rol', true) = 'transparencia' and not (old.estatus = 'en_comite' and new.estatus = 'aprobado')
    and not (old.estatus = 'borrador' and new.estatus in ('borrador', 'en_comision') and new.comision is null and new.comite is null) then
    raise exception 'la Unidad de Transparencia sólo redacta, envía y asienta la aprobación del Comité' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger aviso_borrador_conservar before update on captura.aviso_borrador for each row execute function captura.conservar_aviso_borrador();

-- A draft stays as the Comisión approved it.
create function captura.conservar_borrador() returns trigger
language plpgsql as $$
begin
  if old.estatus = 'descartado'
    or (old.estatus in ('aprobado', 'propuesto', 'activado') and new.estatus not in ('borrador', 'descartado')
      and (new.estatus = old.estatus or new.titulo <> old.titulo or new.schema <> old.schema or new.uischema <> old.uischema
        or new.traslados <> old.traslados or new.cargos is distinct from old.cargos or new.acuerdo_id <> old.acuerdo_id))
    or (old.estatus = 'activado' and new.estatus <> 'aprobado')
    or (new.estatus = 'activado' and (old.estatus <> 'propuesto' or new.activado_por is null or new.propuesto_por <> old.propuesto_por)) then
    raise exception 'lo que la Comisión aprobó no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger cuestionario_borrador_conservar before update on captura.cuestionario_borrador for each row execute function captura.conservar_borrador();

create function captura.conservar_politica_borrador() returns trigger
language plpgsql as $$
begin
  if old.estatus <> 'borrador' or (new.estatus = 'activado' and new.campos <> old.campos) then
    raise exception 'un borrador que ya se activó o se descartó no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger politica_borrador_conservar before update on captura.politica_borrador for each row execute function captura.conservar_politica_borrador();

-- ──────────────────── informes

-- Counts stay as they were counted, and the codebook as it was when the coding began.
create function captura.guardar_codificacion() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if old.estatus = 'cerrada' then
    raise exception 'lo que se contó no se altera' using errcode = '42501';
  end if;
  if old.estatus <> 'borrador' and new.categorias is distinct from old.categorias then
    raise exception 'el libro de códigos ya no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger codificacion_guardar before update on captura.codificacion for each row execute function captura.guardar_codificacion();

-- Not even the owner rewrites one.
create function captura.impedir_informe() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'lo que se congeló para un informe no se altera' using errcode = '42501';
end $$;
create trigger informe_corte_impedir before delete or update on captura.informe_corte for each row execute function captura.impedir_informe();
create trigger informe_corte_impedir_vaciar before truncate on captura.informe_corte for each statement execute function captura.impedir_informe();
create trigger informe_emision_impedir before delete or update on captura.informe_emision for each row execute function captura.impedir_informe();
create trigger informe_emision_impedir_vaciar before truncate on captura.informe_emision for each statement execute function captura.impedir_informe();
create trigger informe_texto_impedir before delete or update on captura.informe_texto for each row execute function captura.impedir_informe();
create trigger informe_texto_impedir_vaciar before truncate on captura.informe_texto for each statement execute function captura.impedir_informe();

-- ──────────────────── derechos

-- Acts stay as they were written. While its notices wait for another person, or once they went out, their proposed content stays too.
create function captura.conservar_vulneracion() returns trigger
language plpgsql as $$
declare ultimo text;
begin
  if (select jsonb_agg(h order by n) from jsonb_array_elements(new.hechos) with ordinality as each (h, n) where n <= jsonb_array_length(old.hechos))
    is distinct from (case when jsonb_array_length(old.hechos) = 0 then null else old.hechos end) then
    raise exception 'lo que se hizo con una vulneración no cambia' using errcode = '42501';
  end if;
  select h ->> 'acto' into ultimo from jsonb_array_elements(old.hechos) with ordinality as each (h, n)
    where h ->> 'acto' in ('proponer_notificaciones', 'confirmar_notificaciones', 'devolver_notificaciones') order by n desc limit 1;
  if ultimo in ('proponer_notificaciones', 'confirmar_notificaciones')
    and (new.tipo, new.que, new.causa, new.datos, new.medidas, new.recomendaciones, new.medios, new.hallada_en, new.hallada_por)
      is distinct from (old.tipo, old.que, old.causa, old.datos, old.medidas, old.recomendaciones, old.medios, old.hallada_en, old.hallada_por) then
    raise exception 'lo que ya se propuso notificar no cambia' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger vulneracion_conservar before update on captura.vulneracion for each row execute function captura.conservar_vulneracion();

-- How much each stage would take: figures, never a row.
create function captura.cuentas_conclusion() returns table (clave text, cuantas int)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform set_config('app.lectura', 'conclusion', true);
  return query
    select 'paginas', (select count(*)::int from publico.candidatura)
    union all select 'recursos', (select count(*)::int from publico.recurso where ruta like 'candidaturas/%' and contenido is not null)
    union all select 'respuestas', (select count(*)::int from captura.seccion where coalesce(respuestas, validadas, verificadas) is not null)
    union all select 'identidad', (select count(*)::int from identidad.respuesta)
    union all select 'llaves', (select count(*)::int from identidad.llave)
    union all select 'fotografias', (select count(*)::int from captura.fotografia)
    union all select 'documentos', (select count(*)::int from identidad.formato) + (select count(*)::int from identidad.prueba_derecho)
    union all select 'archivo', (select count(*)::int from captura.recurso_retirado)
    union all select 'cargas', (select count(*)::int from identidad.archivo) + (select count(*)::int from captura.importacion_fila where celdas is not null)
    union all select 'seguimiento', (select count(*)::int from captura.observacion) + (select count(*)::int from captura.respuesta_observacion)
      + (select count(*)::int from captura.solicitud_correccion) + (select count(*)::int from captura.pausa);
  perform set_config('app.lectura', '', true);
end $$;

-- Whether the stage of the block began: from then on the database itself lets nobody capture, and only Transparencia and the auditors
-- read, in a transaction that gives its reason.
create function captura.datos_bloqueados() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from captura.etapa_conclusion e where e.clave = 'bloqueo' and e.confirmada_en is not null)
$$;

create function captura.derechos_auditados() returns table (id uuid, candidatura_id uuid, folio text, derecho text, recibida date,
  acreditada boolean, reunida boolean, hechos jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.candidatura_id, s.folio, s.derecho, s.recibida, s.acreditada_en is not null, s.reunida_en is not null,
    coalesce((select jsonb_agg(h - 'texto' - 'por' order by n) from jsonb_array_elements(s.hechos) with ordinality as each (h, n)), '[]')
  from captura.solicitud_derecho s where coalesce(current_setting('app.rol', true), '') = 'auditoria' order by s.recibida, s.id
$$;

create function captura.derechos_por_concluir() returns table (folio text, derecho text, hechos jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select s.folio, s.derecho,
    coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('acto', h -> 'acto', 'sentido', h -> 'sentido', 'efecto', h -> 'efecto',
                'recurso', h -> 'recurso')) order by n)
              from jsonb_array_elements(s.hechos) with ordinality as each (h, n)), '[]')
  from captura.solicitud_derecho s where coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia', 'auditoria') order by s.recibida, s.folio
$$;

-- The only entry that a persona writes into the history of her request: that she attends a prevention. False: there is none, or it
-- changed.
create function captura.desahogar_derecho(solicitud uuid, leida int, dia date, dicho text, acuse text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(current_setting('app.rol', true), '') <> 'candidata' then
    raise exception 'no desahoga' using errcode = '42501';
  end if;
  update captura.solicitud_derecho s set version = version + 1, hechos = hechos || jsonb_build_array(jsonb_build_object(
      'acto', 'desahogar', 'fecha', dia, 'texto', dicho, 'sentido', null, 'folio', acuse))
    where s.id = solicitud and s.version = leida and s.hechos -> -1 ->> 'acto' = 'prevenir';
  return found;
end $$;

-- A new proof of identity raises the version of the persona's request: a reviewer who looked at another paper cannot accept this one.
-- False: her identity was accepted meanwhile, also by an act that had not ended when she sent it.
create function captura.entregar_prueba(solicitud uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(current_setting('app.rol', true), '') <> 'candidata' then
    raise exception 'no entrega' using errcode = '42501';
  end if;
  update captura.solicitud_derecho s set version = version + 1 where s.id = solicitud and s.acreditada_en is null;
  return found;
end $$;

-- Folios follow one another over everybody's requests, also for a persona who sees only her own.
create function captura.folio_derecho(proceso uuid, prefijo text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare siguiente int;
begin
  perform pg_advisory_xact_lock(hashtextextended('solicitud_derecho|' || proceso, 0));
  perform set_config('app.lectura', 'folio', true);
  select count(*) + 1 into siguiente from captura.solicitud_derecho s where s.proceso_id = proceso and left(s.folio, length(prefijo)) = prefijo;
  perform set_config('app.lectura', '', true);
  return prefijo || lpad(siguiente::text, greatest(3, length(siguiente::text)), '0');
end $$;

-- The next folio of a year; two at once take turns.
create function captura.folio_vulneracion(proceso uuid, prefijo text) returns text
language plpgsql as $$
declare siguiente int;
begin
  perform pg_advisory_xact_lock(hashtextextended('vulneracion|' || proceso, 0));
  select count(*) + 1 into siguiente from captura.vulneracion v where v.proceso_id = proceso and left(v.folio, length(prefijo)) = prefijo;
  return prefijo || lpad(siguiente::text, greatest(3, length(siguiente::text)), '0');
end $$;

-- No stage is carried out before the end of the one before, and an order stays as it was written.
create function captura.ordenar_conclusion() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare anterior text := case new.clave when 'desindexacion' then 'fin_difusion' when 'bloqueo' then 'desindexacion' when 'supresion' then 'bloqueo' end;
begin
  if tg_op = 'UPDATE' and old.confirmada_en is not null and (
    (new.fecha, new.sustento, new.propuesta_por, new.confirmada_por, new.confirmada_en, new.confirmada_dia, new.base)
      is distinct from (old.fecha, old.sustento, old.propuesta_por, old.confirmada_por, old.confirmada_en, old.confirmada_dia, old.base)
    or (old.concluida_en is not null and (new.concluida_en, new.concluida_dia) is distinct from (old.concluida_en, old.concluida_dia))) then
    raise exception 'lo que se ordenó de una etapa no cambia' using errcode = '42501';
  end if;
  if new.confirmada_en is not null and anterior is not null and not exists (
    select 1 from captura.etapa_conclusion e where e.proceso_id = new.proceso_id and e.clave = anterior and e.concluida_en is not null) then
    raise exception 'falta la etapa anterior' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger etapa_conclusion_ordenar before insert or update on captura.etapa_conclusion for each row execute function captura.ordenar_conclusion();

-- Deletes the captures of the next candidaturas, in the order of their ids. False: there is nobody left.
create function captura.suprimir_lote(cuantas int, cuando timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare etapa captura.etapa_conclusion; ids uuid[]; imagenes text[]; cuentas jsonb; n int; llaves int; ultima uuid;
begin

  if coalesce(current_setting('app.rol', true), '') not in ('transparencia', 'secretaria') then
    raise exception 'no suprime' using errcode = '42501';
  end if;
  perform set_config('app.lectura', 'supresion', true);
  select * into etapa from captura.etapa_conclusion where clave = 'supresion' for update;
  if etapa.confirmada_en is null or etapa.concluida_en is not null then
    raise exception 'nadie ha ordenado la supresión, o ya terminó' using errcode = '42501';
  end if;
  cuentas := coalesce(etapa.progreso -> 'destruidas', '{}');
  select array_agg(c.id order by c.id) into ids from (select id from captura.candidatura
    where id > coalesce((etapa.progreso ->> 'ultima')::uuid, '00000000-0000-0000-0000-000000000000') order by id limit cuantas) c;
  if ids is null then
    perform set_config('app.lectura', '', true);
    return false;
  end if;
  delete from identidad.respuesta where candidatura_id = any(ids);
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{identidad}', to_jsonb(coalesce((cuentas ->> 'identidad')::int, 0) + n));
  llaves := identidad.suprimir(ids, 'conclusión del proceso', cuando);
  cuentas := jsonb_set(cuentas, '{llaves}', to_jsonb(coalesce((cuentas ->> 'llaves')::int, 0) + llaves));
  perform set_config('app.lectura', 'supresion', true);
  delete from identidad.formato where candidatura_id = any(ids);
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{documentos}', to_jsonb(coalesce((cuentas ->> 'documentos')::int, 0) + n));
  delete from identidad.prueba_derecho where solicitud_id in (select id from captura.solicitud_derecho where candidatura_id = any(ids));
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{documentos}', to_jsonb(coalesce((cuentas ->> 'documentos')::int, 0) + n));
  select array_agg(distinct sha256) into imagenes from captura.fotografia where candidatura_id = any(ids);
  delete from captura.fotografia where candidatura_id = any(ids);
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{fotografias}', to_jsonb(coalesce((cuentas ->> 'fotografias')::int, 0) + n));
  delete from captura.imagen i where i.sha256 = any(imagenes) and not exists (select 1 from captura.fotografia f where f.sha256 = i.sha256);
  update captura.seccion set respuestas = null, propias = null, validadas = null, verificadas = null where candidatura_id = any(ids)
    and coalesce(respuestas, propias, validadas, verificadas) is not null;
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{respuestas}', to_jsonb(coalesce((cuentas ->> 'respuestas')::int, 0) + n));
  delete from captura.seccion_anterior where candidatura_id = any(ids);
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{respuestas}', to_jsonb(coalesce((cuentas ->> 'respuestas')::int, 0) + n));
  delete from captura.respuesta_observacion where candidatura_id = any(ids);
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{seguimiento}', to_jsonb(coalesce((cuentas ->> 'seguimiento')::int, 0) + n));
  delete from captura.observacion where candidatura_id = any(ids);
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{seguimiento}', to_jsonb(coalesce((cuentas ->> 'seguimiento')::int, 0) + n));
  delete from captura.solicitud_correccion where candidatura_id = any(ids);
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{seguimiento}', to_jsonb(coalesce((cuentas ->> 'seguimiento')::int, 0) + n));
  delete from captura.pausa where candidatura_id = any(ids);
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{seguimiento}', to_jsonb(coalesce((cuentas ->> 'seguimiento')::int, 0) + n));
  delete from captura.captura_ajena where candidatura_id = any(ids);
  delete from captura.estadistica_contada where candidatura_id = any(ids);
  update captura.cambio set motivo = null, diferencias = '[]' where candidatura_id = any(ids);
  update captura.persona set fecha_nacimiento = null, edad_declarada = null, apodo = null
    where id in (select persona_id from captura.candidatura where id = any(ids));
  ultima := ids[array_length(ids, 1)];
  update captura.etapa_conclusion set progreso = jsonb_build_object(
    'ultima', ultima, 'destruidas', cuentas, 'total', (select count(*) from captura.candidatura),
    'candidaturas', coalesce((etapa.progreso ->> 'candidaturas')::int, 0) + array_length(ids, 1)) where proceso_id = etapa.proceso_id and clave = 'supresion';
  perform set_config('app.lectura', '', true);
  return true;
end $$;

-- The end of the proceso takes the reports too.
create function captura.suprimir_resto() returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare etapa captura.etapa_conclusion; cuentas jsonb; n int;
begin
  if coalesce(current_setting('app.rol', true), '') not in ('transparencia', 'secretaria') then
    raise exception 'no suprime' using errcode = '42501';
  end if;
  perform set_config('app.lectura', 'supresion', true);
  select * into etapa from captura.etapa_conclusion where clave = 'supresion' for update;
  if etapa.confirmada_en is null or etapa.concluida_en is not null then
    raise exception 'nadie ha ordenado la supresión, o ya terminó' using errcode = '42501';
  end if;
  cuentas := coalesce(etapa.progreso -> 'destruidas', '{}');
  delete from identidad.archivo;
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{cargas}', to_jsonb(coalesce((cuentas ->> 'cargas')::int, 0) + n));
  delete from captura.importacion_fila;
  get diagnostics n = row_count;
  cuentas := jsonb_set(cuentas, '{cargas}', to_jsonb(coalesce((cuentas ->> 'cargas')::int, 0) + n));
  delete from identidad.codificacion_texto;
  delete from captura.envio;
  delete from captura.recordatorio where tipo = 'captura';
  delete from captura.reporte;
  if not cuentas ? 'archivo' then
    cuentas := jsonb_set(cuentas, '{archivo}', to_jsonb((select count(*)::int from captura.recurso_retirado)));
  end if;
  update captura.etapa_conclusion set progreso = jsonb_set(etapa.progreso, '{destruidas}', cuentas)
    where proceso_id = etapa.proceso_id and clave = 'supresion';
  perform set_config('app.lectura', '', true);
end $$;

-- The only way to destroy the data key of a persona once she was captured. Answers how many had one.
create function identidad.suprimir(candidaturas uuid[], porque text, cuando timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare destruidas int;
begin
  if coalesce(current_setting('app.rol', true), '') not in ('transparencia', 'secretaria') then
    raise exception 'no suprime' using errcode = '42501';
  end if;
  perform set_config('app.lectura', 'supresion', true);
  delete from identidad.respuesta where candidatura_id = any(candidaturas);
  delete from identidad.llave where candidatura_id = any(candidaturas);
  get diagnostics destruidas = row_count;
  insert into identidad.supresion (candidatura_id, suprimida_en, motivo) select c, cuando, porque from unnest(candidaturas) c
    on conflict (candidatura_id) do nothing;
  perform set_config('app.lectura', '', true);
  return destruidas;
end $$;
