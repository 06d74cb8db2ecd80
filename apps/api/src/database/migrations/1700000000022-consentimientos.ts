import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Withdrawals of a persona: her data leave every past corte, and her answers go with them, by whatever account she withdraws. */
export class Consentimientos1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [WITHDRAWN, COLUMNS, GRANTS, POLICIES, FUNCTIONS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

/** By the unsalted hash the publisher tells changes. A reader of it could try a guess: it goes with the bytes. */
const WITHDRAWN = `
alter table publico.recurso alter column huella drop not null;
update publico.recurso set huella = null where contenido is null;
alter table publico.recurso add constraint recurso_retirado_ck
  check (case when contenido is null then gzip is null and brotli is null and huella is null and hasta_corte is not null else huella is not null end);
create index recurso_pasado_ix on publico.recurso (ruta) where hasta_corte is not null and contenido is not null;
`

const COLUMNS = `
alter table captura.consentimiento add column firmado_el date, add column recibida_el date, add column motivo text, add column folio text;
`

/** The history is not rewritten: the institute only says of a form whether it is good. */
const GRANTS = `
revoke update on captura.consentimiento from conoceles_instituto;
grant update (revision, revision_razon) on captura.consentimiento to conoceles_instituto;
grant insert on captura.consentimiento, identidad.formato to conoceles_instituto;
`

const ROL = `coalesce(current_setting('app.rol', true), '')`
const OF_CANDIDATURA = `exists (select 1 from captura.candidatura c where c.id = candidatura_id)`
const TRANSPARENCIA = `${ROL} = 'transparencia' and ${OF_CANDIDATURA}`
/** Her data key only in the transaction that names her as the owner of the document. */
const OF_TITULAR = `${TRANSPARENCIA} and candidatura_id = nullif(current_setting('app.titular', true), '')::uuid`
const SIGNED = `otorgado_por = nullif(current_setting('app.cuenta', true), '')::uuid`
const REQUEST = `exists (select 1 from captura.consentimiento k where k.formato_id = formato.id and k.mecanismo = 'solicitud_escrita')`

/** As in 1700000000005: a persona who signed a form has a data key, and so has one who writes to the Unidad de Transparencia. */
const IMPORTING = `${ROL} = 'secretaria' and current_setting('app.escritura', true) = 'importacion'
  and exists (select 1 from captura.importacion i where i.estatus = 'aplicando' and i.formato = 'ine')
  and exists (select 1 from captura.candidatura c where c.id = candidatura_id and c.estatus_captura = 'sin_captura')`
const EXPORTING = `${ROL} = 'secretaria' and current_setting('app.lectura', true) = 'exportacion'`

/** As in 1700000000020, and for a persona who decides for herself or an account that registers her withdrawal: states only. */
const FOLLOWS = `${ROL} in ('verificacion', 'secretaria', 'comision', 'auditoria', 'transparencia')
  or (${ROL} in ('captura', 'validacion') and responsable_id = nullif(current_setting('app.actor', true), '')::uuid)
  or (${ROL} = 'candidata' and id = nullif(current_setting('app.candidatura', true), '')::uuid)`

/**
 * Rights to write. The persona writes her own decision; an account that captures for her, a form that waits for review; the Unidad de
 * Transparencia, her withdrawals. A click of a party is no consent for the database either.
 */
const POLICIES = `
create policy actor_decide on captura.consentimiento as restrictive for insert to conoceles_actor with check (${SIGNED} and (
  (${ROL} = 'candidata' and mecanismo = 'cuenta_propia' and revision = 'no_requiere')
  or (${ROL} in ('captura', 'validacion') and mecanismo = 'formato_firmado' and revision = 'pendiente' and formato_id is not null)));
create policy instituto_transparencia on captura.consentimiento for select to conoceles_instituto using (${TRANSPARENCIA});
create policy instituto_exporta on captura.consentimiento for select to conoceles_instituto using (${EXPORTING});
create policy instituto_revoca on captura.consentimiento for insert to conoceles_instituto with check (${TRANSPARENCIA});
create policy instituto_revoca_solo on captura.consentimiento as restrictive for insert to conoceles_instituto
  with check (${TRANSPARENCIA} and ${SIGNED} and mecanismo = 'solicitud_escrita' and formato_id is not null and recibida_el is not null);
create policy instituto_transparencia on identidad.formato for select to conoceles_instituto using (${ROL} = 'transparencia' and ${REQUEST});
create policy instituto_no_solicitud on identidad.formato as restrictive for select to conoceles_instituto
  using (${ROL} = 'transparencia' or not ${REQUEST});
create policy instituto_guarda on identidad.formato for insert to conoceles_instituto with check (${TRANSPARENCIA});
create policy instituto_guarda_solo on identidad.formato as restrictive for insert to conoceles_instituto with check (${TRANSPARENCIA});
create policy instituto_transparencia on identidad.llave for select to conoceles_instituto using (${OF_TITULAR});
create policy instituto_transparencia_agrega on identidad.llave for insert to conoceles_instituto with check (${OF_TITULAR});
alter policy instituto_importa_solo on identidad.llave with check ((${IMPORTING}) or (${OF_TITULAR}));
alter policy dueno on captura.candidatura using (${FOLLOWS});
create policy dueno on identidad.respuesta to conoceles_dueno using (${OF_CANDIDATURA});
create policy dueno on identidad.llave to conoceles_dueno using (${OF_CANDIDATURA});
create policy dueno on identidad.formato for select to conoceles_dueno using (${OF_CANDIDATURA});
create policy dueno_cambia on captura.seccion for update to conoceles_dueno using (${OF_CANDIDATURA});
create policy dueno_cambia on captura.observacion for update to conoceles_dueno using (${OF_CANDIDATURA});
`

/** Last valid decision of the persona. */
const SAYS = `(select k.tratamiento from captura.consentimiento k where k.candidatura_id = persona and k.revision in ('no_requiere', 'aceptada')
    order by k.otorgado_en desc, k.id desc limit 1)`
const OF_IDENTIDAD = `s.candidatura_id = persona and exists (select 1 from captura.cuestionario q where q.id = s.cuestionario_id and q.tipo = 'identidad')`

/**
 * Destroys the identity answers of a persona who refuses their treatment, and of nobody else: the function looks for itself. Her sections
 * keep saying that they were captured, by which omissions are judged; if she says yes again they are asked anew. The data key goes as well,
 * unless a document of hers lies under it.
 */
const FUNCTIONS = `
create function captura.destruir_identidad(persona uuid, en timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare destroyed boolean;
begin
  if ${SAYS} is distinct from false then
    raise exception 'la persona no niega el tratamiento' using errcode = '42501';
  end if;
  delete from identidad.respuesta where candidatura_id = persona;
  destroyed := found;
  delete from identidad.llave where candidatura_id = persona and not exists (select 1 from identidad.formato f where f.candidatura_id = persona);
  update captura.observacion set desenlace = 'retirada', cerrada_en = en, nota = 'La persona retiró su consentimiento.'
    where candidatura_id = persona and cuestionario = 'identidad' and cerrada_en is null;
  update captura.seccion s set propias_en = null,
      estatus = case when s.estatus <> 'observada' then s.estatus when s.version = s.version_verificada then 'verificada' else 'validada' end
    where ${OF_IDENTIDAD};
  return destroyed;
end $$;

create function captura.reabrir_identidad(persona uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if ${SAYS} is distinct from true then
    raise exception 'la persona no autoriza el tratamiento' using errcode = '42501';
  end if;
  update captura.seccion s set estatus = 'vacia', version = s.version + 1, reabierta = true, extemporanea = false, de_la_persona = false,
      version_validada = null, validadas = null, validadas_cuestionario_id = null,
      version_verificada = null, verificadas = null, verificadas_cuestionario_id = null, verificada_en = null
    where ${OF_IDENTIDAD} and s.estatus <> 'vacia' and not exists (select 1 from identidad.respuesta r where r.candidatura_id = persona);
  return found;
end $$;
alter function captura.destruir_identidad(uuid, timestamptz) owner to conoceles_dueno;
alter function captura.reabrir_identidad(uuid) owner to conoceles_dueno;
revoke all on function captura.destruir_identidad(uuid, timestamptz), captura.reabrir_identidad(uuid) from public;
grant execute on function captura.destruir_identidad(uuid, timestamptz), captura.reabrir_identidad(uuid) to conoceles_actor, conoceles_instituto;
`
