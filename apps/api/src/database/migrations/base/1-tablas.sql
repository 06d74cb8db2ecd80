-- Tables, constraints and indexes, chapter by chapter: each refers to those above.

create schema acceso;
create schema bitacora;
create schema captura;
create schema identidad;
create schema publico;

-- ──────────────────── bitacora

-- The legal record: each entry is bound to the one before by its hash. Rows are added, never changed.
create table bitacora.acto (
  n bigint primary key,
  contenido text not null,
  anterior bytea not null,
  hash bytea not null,
  acto text generated always as (contenido::jsonb ->> 'acto') stored,
  objeto_id text generated always as (contenido::jsonb #>> '{objeto,id}'::text[]) stored
);
create index acto_acto_ix on bitacora.acto (acto, n);
create index acto_objeto_ix on bitacora.acto (objeto_id, n);

-- Answer given to an Idempotency-Key: a repeated submission gets the same answer, and changes nothing.
create table captura.envio (
  cuenta_id uuid not null,
  clave text not null,
  huella text not null,
  respuesta jsonb not null,
  creado_en timestamptz not null,
  constraint envio_pk primary key (cuenta_id, clave)
);

create table publico.acuse (
  folio text primary key,
  acto text not null,
  sha256 text not null,
  recibido_en timestamptz not null,
  firma text not null,
  llave text not null
);

-- Signed heads of the bitácora between cortes. They tell its length and its hash, and none of its content. So they lie in the public
-- world, which everybody may copy; as in the rest of it, only the right to write is restricted.
create table publico.cabeza (
  numero int primary key,
  en timestamptz not null,
  n bigint not null,
  cabecera text not null,
  sha256 text not null,
  firma text not null,
  llave text not null
);

-- ──────────────────── acceso

create table acceso.cuenta (
  id uuid constraint cuenta_pk primary key,
  correo text not null,
  nombre text not null,
  rol text not null,
  actor_politico_id uuid,
  candidatura_id uuid,
  contrasena text,
  estatus text not null,
  creada_en timestamptz not null
);
create unique index cuenta_correo_uq on acceso.cuenta (correo) where estatus <> 'desactivada';

-- Charge of an account from a legal instant on; null: none any more. Rows are added, never changed.
create table acceso.cargo_cuenta (
  id uuid constraint cargo_cuenta_pk primary key,
  cuenta_id uuid not null constraint cargo_cuenta_cuenta_fk references acceso.cuenta,
  cargo text,
  desde timestamptz not null
);
create index cargo_cuenta_cuenta_ix on acceso.cargo_cuenta (cuenta_id, desde);

-- One of the codes that open the account once when its factors are not at hand.
create table acceso.codigo_recuperacion (
  huella text constraint codigo_recuperacion_pk primary key,
  cuenta_id uuid not null constraint codigo_recuperacion_cuenta_fk references acceso.cuenta on delete cascade,
  creado_en timestamptz not null,
  usado_en timestamptz
);
create index codigo_recuperacion_cuenta_ix on acceso.codigo_recuperacion (cuenta_id);

-- A link sent by mail, known by the SHA-256 of its token only. Works once.
create table acceso.enlace (
  sha256 text constraint enlace_pk primary key,
  cuenta_id uuid not null constraint enlace_cuenta_fk references acceso.cuenta on delete cascade,
  tipo text not null,
  vence_en timestamptz not null,
  usado_en timestamptz,
  codigo text,
  fallos int default 0 not null
);
create index enlace_cuenta_ix on acceso.enlace (cuenta_id);

-- A second factor of an account. Its last columns belong to one kind only and are null for the other.
create table acceso.factor (
  id uuid constraint factor_pk primary key,
  cuenta_id uuid not null constraint factor_cuenta_fk references acceso.cuenta on delete cascade,
  tipo text not null,
  nombre text not null,
  creado_en timestamptz not null,
  ultimo_uso_en timestamptz,
  totp_secreto bytea,
  totp_ultimo_paso bigint,
  credencial_id text constraint factor_credencial_uq unique,
  llave_publica bytea,
  contador bigint,
  transportes text[]
);
create index factor_cuenta_ix on acceso.factor (cuenta_id);

-- The access of one device: all refresh tokens that follow from one sign-in.
create table acceso.familia (
  id uuid constraint familia_pk primary key,
  cuenta_id uuid not null constraint familia_cuenta_fk references acceso.cuenta on delete cascade,
  descripcion text not null,
  alcance text not null,
  creada_en timestamptz not null,
  ultimo_uso_en timestamptz not null,
  vence_en timestamptz not null,
  revocada_en timestamptz,
  motivo text,
  factor_en timestamptz
);
create index familia_cuenta_ix on acceso.familia (cuenta_id);

-- Failed attempts in a row from one place. An address without an account makes its callers wait exactly as one that has it, or the wait
-- would tell who has an account.
create table acceso.intento (
  huella text constraint intento_pk primary key,
  fallos int not null,
  espera_hasta timestamptz,
  ultimo_en timestamptz not null
);
create index intento_ultimo_ix on acceso.intento (ultimo_en);

-- A browser and an account that signed in from it. The accounts of one browser share its token.
create table acceso.navegador (
  id uuid constraint navegador_pk primary key,
  cuenta_id uuid not null constraint navegador_cuenta_fk references acceso.cuenta on delete cascade,
  sha256 text not null,
  anterior text,
  entro_en timestamptz,
  visto_en timestamptz not null,
  olvidado_en timestamptz
);
create index navegador_anterior_ix on acceso.navegador (anterior);
create index navegador_cuenta_ix on acceso.navegador (cuenta_id);
create index navegador_sha256_ix on acceso.navegador (sha256);

-- An account that one person proposes and another confirms. The installation vouches with neither: both are null.
create table acceso.propuesta_cuenta (
  id uuid constraint propuesta_cuenta_pk primary key,
  nombre text not null,
  correo text not null,
  rol text not null,
  actor_politico_id uuid,
  candidatura_id uuid,
  estatus text not null,
  propuesta_por uuid constraint propuesta_cuenta_propuesta_fk references acceso.cuenta,
  propuesta_en timestamptz not null,
  decidida_por uuid constraint propuesta_cuenta_decidida_fk references acceso.cuenta,
  decidida_en timestamptz,
  motivo text,
  cuenta_id uuid constraint propuesta_cuenta_cuenta_fk references acceso.cuenta,
  activada_en timestamptz,
  constraint propuesta_cuenta_confirmada_ck check (estatus <> 'confirmada' or (propuesta_por is null) = (decidida_por is null)),
  constraint propuesta_cuenta_dos_personas_ck check (estatus = 'retirada' or decidida_por <> propuesta_por)
);
create index propuesta_cuenta_cuenta_ix on acceso.propuesta_cuenta (cuenta_id, propuesta_en);

-- One refresh token, known by its SHA-256 only. Spent ones stay, so that their reuse is noticed.
create table acceso.refresco (
  sha256 text constraint refresco_pk primary key,
  familia_id uuid not null constraint refresco_familia_fk references acceso.familia on delete cascade,
  vence_en timestamptz not null,
  usado_en timestamptz,
  intento text,
  sucesor text
);
create index refresco_familia_ix on acceso.refresco (familia_id);

-- New factors for a person who lost all of hers: one administración proposes it, another one confirms.
create table acceso.reposicion (
  id uuid constraint reposicion_pk primary key,
  cuenta_id uuid not null constraint reposicion_cuenta_fk references acceso.cuenta on delete cascade,
  motivo text not null,
  estatus text not null,
  propuesta_por uuid not null,
  propuesta_en timestamptz not null,
  decidida_por uuid,
  decidida_en timestamptz
);
create unique index reposicion_abierta_uq on acceso.reposicion (cuenta_id) where estatus = 'propuesta';

-- A WebAuthn challenge that waits for its answer. An enrolment keeps the seed of the TOTP that it offers too.
create table acceso.reto (
  id uuid constraint reto_pk primary key,
  cuenta_id uuid not null constraint reto_cuenta_fk references acceso.cuenta on delete cascade,
  uso text not null,
  reto text not null,
  totp_secreto bytea,
  vence_en timestamptz not null
);
create index reto_cuenta_ix on acceso.reto (cuenta_id);

-- ──────────────────── proceso

create table captura.actor_politico (
  id uuid constraint actor_politico_pk primary key,
  proceso_id uuid not null,
  clave text not null,
  nombre text not null,
  tipo text not null,
  figura text,
  color text,
  nota text,
  orden int not null,
  emblema bytea,
  emblema_origen jsonb,
  constraint actor_politico_clave_uq unique (proceso_id, clave)
);

create table captura.cargo (
  id uuid constraint cargo_pk primary key,
  proceso_id uuid not null,
  clave text not null,
  nombre text not null,
  singular text not null,
  principio text not null,
  tipo_eleccion text not null,
  orden int not null,
  inicio_publicacion date not null,
  entrega_cuentas date not null,
  dias_captura int not null,
  cierre_captura date not null,
  planilla text,
  con_suplente boolean not null,
  plazo_desde text not null,
  plazo_dias_tipo text not null,
  constraint cargo_clave_uq unique (proceso_id, clave)
);

create table captura.demarcacion (
  id uuid constraint demarcacion_pk primary key,
  proceso_id uuid not null,
  clave text not null,
  tipo text not null,
  nombre text not null,
  regimen text,
  pertenece text,
  cabecera text,
  entidad text,
  constraint demarcacion_clave_uq unique (proceso_id, clave)
);

create table captura.contienda (
  id uuid constraint contienda_pk primary key,
  proceso_id uuid not null,
  clave text not null,
  cargo_id uuid not null constraint contienda_cargo_fk references captura.cargo,
  demarcacion_id uuid not null constraint contienda_demarcacion_fk references captura.demarcacion,
  lugares int not null,
  constraint contienda_clave_uq unique (proceso_id, clave)
);

create table captura.proceso (
  id uuid constraint proceso_pk primary key,
  clave text not null constraint proceso_clave_uq unique,
  nombre text not null,
  entidad_clave text not null,
  entidad_nombre text not null,
  instituto_siglas text not null,
  instituto_nombre text not null,
  instituto_sitio text,
  zona text not null,
  jornada date not null,
  responsabilidad text not null,
  simulacro boolean not null,
  pack_version text not null,
  catalogos jsonb not null,
  desfase_reloj bigint not null
);

-- A file of a video in Lengua de Señas Mexicana: the video, its still or its subtitles. It never changes.
create table captura.archivo_senas (
  proceso_id uuid not null constraint archivo_senas_proceso_fk references captura.proceso,
  ruta text not null,
  medio text not null,
  contenido bytea storage external not null,
  constraint archivo_senas_pk primary key (proceso_id, ruta)
);

-- That the institute vouches for a fact of the pack, by which document. It is undone, never changed.
create table captura.confirmacion (
  id uuid constraint confirmacion_pk primary key,
  proceso_id uuid not null constraint confirmacion_proceso_fk references captura.proceso,
  clave text not null,
  huella text not null,
  documento text not null,
  fecha date not null,
  confirmada_por uuid not null,
  confirmada_en timestamptz not null,
  deshecha_por uuid,
  deshecha_en timestamptz,
  motivo text,
  constraint confirmacion_deshecha_ck check ((deshecha_por is null) = (deshecha_en is null) and (deshecha_por is null) = (motivo is null))
);
create unique index confirmacion_vigente_ux on captura.confirmacion (proceso_id, clave) where deshecha_en is null;

-- ──────────────────── registro

-- The paper behind an act, as it was received.
create table captura.documento (
  id uuid constraint documento_pk primary key,
  proceso_id uuid not null,
  nombre text not null,
  medio text not null,
  bytes int not null,
  sha256 text not null,
  contenido bytea not null,
  recibido_en timestamptz not null,
  recibido_por uuid not null
);

create table captura.acuerdo (
  id uuid constraint acuerdo_pk primary key,
  proceso_id uuid not null,
  numero text not null,
  fecha date not null,
  organo text,
  asunto text,
  aprobado_en timestamptz,
  documento_id uuid constraint acuerdo_documento_fk references captura.documento,
  constraint acuerdo_numero_uq unique (proceso_id, numero)
);

-- Facts of an acuerdo before a correction: rows are added, never changed.
create table captura.acuerdo_correccion (
  id uuid constraint acuerdo_correccion_pk primary key,
  acuerdo_id uuid not null constraint acuerdo_correccion_acuerdo_fk references captura.acuerdo,
  numero text not null,
  fecha date not null,
  organo text,
  asunto text,
  aprobado_en timestamptz,
  documento_id uuid constraint acuerdo_correccion_documento_fk references captura.documento,
  motivo text not null,
  folio text not null,
  corregido_en timestamptz not null,
  corregido_por uuid not null
);
create index acuerdo_correccion_acuerdo_ix on captura.acuerdo_correccion (acuerdo_id);

-- Delivery of the access accounts of one actor político after an acuerdo: the term of captura counts from it.
create table captura.entrega (
  id uuid constraint entrega_pk primary key,
  proceso_id uuid not null,
  acuerdo_id uuid not null constraint entrega_acuerdo_fk references captura.acuerdo,
  actor_politico_id uuid not null constraint entrega_actor_fk references captura.actor_politico,
  entregada_en timestamptz not null,
  recibe text not null,
  candidaturas int not null,
  folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid
);
create index entrega_acuerdo_ix on captura.entrega (acuerdo_id, actor_politico_id);

create table captura.persona (
  id uuid constraint persona_pk primary key,
  nombre text not null,
  primer_apellido text,
  segundo_apellido text,
  apodo text,
  sexo text not null,
  fecha_nacimiento date,
  edad_declarada int
);
create index persona_nacimiento_ix on captura.persona (fecha_nacimiento);

create table captura.postulacion (
  id uuid constraint postulacion_pk primary key,
  contienda_id uuid not null constraint postulacion_contienda_fk references captura.contienda,
  actor_id uuid not null constraint postulacion_actor_fk references captura.actor_politico,
  orden int not null,
  integrantes uuid[] not null,
  constraint postulacion_uq unique (contienda_id, actor_id)
);

create table captura.candidatura (
  id uuid constraint candidatura_pk primary key,
  proceso_id uuid not null,
  clave text not null,
  postulacion_id uuid not null constraint candidatura_postulacion_fk references captura.postulacion,
  persona_id uuid not null constraint candidatura_persona_fk references captura.persona,
  responsable_id uuid not null constraint candidatura_responsable_fk references captura.actor_politico,
  partido_origen_id uuid constraint candidatura_partido_origen_fk references captura.actor_politico,
  numero int not null,
  calidad text not null,
  accion_afirmativa text,
  eleccion_consecutiva boolean not null,
  acuerdo_id uuid not null constraint candidatura_acuerdo_fk references captura.acuerdo,
  estatus text not null,
  estatus_captura text not null,
  secciones_completas int not null,
  cuenta_entregada date,
  capturada_en timestamptz,
  validada_en timestamptz,
  verificada_en timestamptz,
  version int not null,
  captura_vence date,
  entrega_id uuid constraint candidatura_entrega_fk references captura.entrega,
  folio_formula int not null,
  orden text collate "C" not null,
  cargo_id uuid not null,
  demarcacion_id uuid not null,
  actor_id uuid not null,
  sexo text not null,
  constraint candidatura_clave_uq unique (proceso_id, clave)
);
create index candidatura_actor_ix on captura.candidatura (proceso_id, actor_id, orden);
create index candidatura_acuerdo_ix on captura.candidatura (proceso_id, acuerdo_id, orden);
create index candidatura_cargo_ix on captura.candidatura (proceso_id, cargo_id, orden);
create index candidatura_demarcacion_ix on captura.candidatura (proceso_id, demarcacion_id, orden);
create index candidatura_estatus_ix on captura.candidatura (proceso_id, estatus_captura, orden);
create index candidatura_folio_ix on captura.candidatura (proceso_id, folio_formula);
create index candidatura_orden_ix on captura.candidatura (proceso_id, orden);
create index candidatura_partido_ix on captura.candidatura (proceso_id, partido_origen_id, orden);
create index candidatura_persona_ix on captura.candidatura (persona_id);
create index candidatura_postulacion_ix on captura.candidatura (postulacion_id, numero, calidad);
create index candidatura_responsable_ix on captura.candidatura (responsable_id, estatus_captura);
create index candidatura_validada_ix on captura.candidatura (proceso_id, validada_en, id);
create index candidatura_vence_ix on captura.candidatura (proceso_id, captura_vence, id);
create unique index candidatura_lugar_vigente_uq on captura.candidatura (postulacion_id, numero, calidad) where estatus = 'aprobada';

-- A change in the life of a candidatura, with its cause, its acuerdo and the day it takes effect. Never altered.
create table captura.cambio (
  id uuid constraint cambio_pk primary key,
  proceso_id uuid not null,
  candidatura_id uuid not null constraint cambio_candidatura_fk references captura.candidatura,
  tipo text not null,
  causa text,
  acuerdo_id uuid constraint cambio_acuerdo_fk references captura.acuerdo,
  documento_id uuid constraint cambio_documento_fk references captura.documento,
  efectos_desde date not null,
  entra_id uuid constraint cambio_entra_fk references captura.candidatura,
  sale_id uuid constraint cambio_sale_fk references captura.candidatura,
  motivo text,
  diferencias jsonb not null,
  registrado_en timestamptz not null,
  registrado_por uuid not null,
  rol text not null,
  folio text not null
);
create index cambio_acuerdo_ix on captura.cambio (acuerdo_id);
create index cambio_candidatura_ix on captura.cambio (candidatura_id, registrado_en);
create index cambio_entra_ix on captura.cambio (entra_id);

-- Each word of a name, for the search of the institute.
create table captura.palabra (
  proceso_id uuid not null,
  palabra text collate "C" not null,
  candidatura_id uuid not null references captura.candidatura on delete cascade,
  primary key (proceso_id, palabra, candidatura_id)
);
create index palabra_candidatura_ix on captura.palabra (candidatura_id);

-- Filters of the directory that an account keeps under a name.
create table captura.vista (
  id uuid constraint vista_pk primary key,
  cuenta_id uuid not null,
  nombre text not null,
  consulta text not null,
  creada_en timestamptz not null,
  constraint vista_nombre_uq unique (cuenta_id, nombre)
);

-- ──────────────────── captura

-- A published version: nobody changes it.
create table captura.aviso_privacidad (
  id uuid constraint aviso_privacidad_pk primary key,
  proceso_id uuid not null,
  version int not null,
  vigente_desde date not null,
  integral text not null,
  simplificado text not null,
  sha256 text not null,
  aprobacion jsonb not null,
  finalidades jsonb,
  plantilla jsonb,
  ley jsonb,
  borrador_id uuid,
  publicado_en timestamptz,
  constraint aviso_privacidad_uq unique (proceso_id, version)
);

-- A published version as it is printed (PDF/UA), byte for byte.
create table captura.aviso_documento (
  aviso_id uuid not null constraint aviso_documento_aviso_fk references captura.aviso_privacidad,
  tipo text not null,
  contenido bytea not null,
  sha256 text not null,
  constraint aviso_documento_pk primary key (aviso_id, tipo)
);

-- Trace that an account captured for a persona, by section and day. Only she and that account see it.
create table captura.captura_ajena (
  id uuid constraint captura_ajena_pk primary key,
  candidatura_id uuid not null constraint captura_ajena_candidatura_fk references captura.candidatura on delete cascade,
  cuestionario text not null,
  seccion text not null,
  dia date not null,
  cuenta_id uuid not null,
  rol text not null,
  actor_politico_id uuid constraint captura_ajena_actor_fk references captura.actor_politico,
  primera_en timestamptz not null,
  ultima_en timestamptz not null,
  veces int not null,
  constraint captura_ajena_uq unique (candidatura_id, cuestionario, seccion, cuenta_id, dia)
);

-- Three independent choices under one version of the aviso (LGPDPPSO arts. 7 and 15). The last one accepted governs.
create table captura.consentimiento (
  id uuid constraint consentimiento_pk primary key,
  candidatura_id uuid not null constraint consentimiento_candidatura_fk references captura.candidatura on delete cascade,
  aviso_id uuid not null constraint consentimiento_aviso_fk references captura.aviso_privacidad,
  aviso_sha256 text not null,
  tratamiento boolean not null,
  publicacion boolean not null,
  estadistica boolean not null,
  mecanismo text not null,
  otorgado_en timestamptz not null,
  otorgado_por uuid,
  revision text not null,
  revision_razon text,
  formato_id uuid,
  firmado_el date,
  recibida_el date,
  motivo text,
  folio text
);
create index consentimiento_candidatura_ix on captura.consentimiento (candidatura_id, otorgado_en);

-- A version that somebody answers. The row is never changed: the database refuses it.
create table captura.cuestionario (
  id uuid constraint cuestionario_pk primary key,
  proceso_id uuid not null,
  tipo text not null,
  version int not null,
  titulo text not null,
  vigente_desde date not null,
  schema jsonb not null,
  uischema jsonb not null,
  cargos text[],
  anterior_id uuid constraint cuestionario_anterior_fk references captura.cuestionario,
  traslados jsonb,
  acuerdo_id uuid constraint cuestionario_acuerdo_fk references captura.acuerdo,
  borrador_id uuid,
  activado_en timestamptz,
  constraint cuestionario_uq unique (proceso_id, tipo, version)
);

-- A photograph handed in; a newer one replaces it without losing it.
create table captura.fotografia (
  id uuid constraint fotografia_pk primary key,
  candidatura_id uuid not null constraint fotografia_candidatura_fk references captura.candidatura on delete cascade,
  sha256 text not null,
  texto_alternativo text not null,
  tomada_en date not null,
  guardada_en timestamptz not null,
  guardada_por uuid,
  verificada_en timestamptz,
  retirada_en timestamptz,
  validada_en timestamptz
);
create unique index fotografia_vigente_uq on captura.fotografia (candidatura_id) where retirada_en is null;

-- The re-encoded bytes of a photograph in its three sizes (WebP, without metadata), by the hash of the largest.
create table captura.imagen (
  sha256 text constraint imagen_pk primary key,
  chica bytea not null,
  media bytea not null,
  grande bytea not null
);

-- One round of the institute's remarks on a section. Open until another account closes it, or the next round takes its place.
create table captura.observacion (
  id uuid constraint observacion_pk primary key,
  candidatura_id uuid not null constraint observacion_candidatura_fk references captura.candidatura on delete cascade,
  cuestionario text not null,
  seccion text not null,
  supuesto text not null,
  texto text not null,
  creada_en timestamptz not null,
  creada_por uuid not null,
  cerrada_en timestamptz,
  ronda int not null,
  vence date,
  desenlace text,
  cerrada_por uuid,
  nota text,
  siguiente_id uuid,
  constraint observacion_lugar_uq unique (id, candidatura_id, cuestionario, seccion),
  constraint observacion_siguiente_fk foreign key (siguiente_id, candidatura_id, cuestionario, seccion)
    references captura.observacion(id, candidatura_id, cuestionario, seccion),
  constraint observacion_desenlace_ck check ((cerrada_en is null) = (desenlace is null) and (desenlace is null
    or desenlace in ('atendida', 'retirada', 'reiterada')) and (cerrada_en is not null or cerrada_por is null)),
  constraint observacion_dos_personas_ck check (desenlace = 'reiterada' or cerrada_por <> creada_por),
  constraint observacion_siguiente_ck check ((siguiente_id is not null) = (not (desenlace is distinct from 'reiterada'))
    and siguiente_id <> id)
);
create index observacion_candidatura_ix on captura.observacion (candidatura_id);

-- A published section out of sight for a while: until a day is over, or until the institute decides.
create table captura.pausa (
  id uuid constraint pausa_pk primary key,
  candidatura_id uuid not null constraint pausa_candidatura_fk references captura.candidatura on delete cascade,
  cuestionario text not null,
  seccion text not null,
  supuesto text not null,
  motivo text not null,
  hasta date,
  creada_en timestamptz not null,
  creada_por uuid not null,
  terminada_en timestamptz,
  terminada_por uuid,
  termino text
);
create index pausa_candidatura_ix on captura.pausa (candidatura_id);

-- Answer of the actor político or the persona to an observación. Each is kept.
create table captura.respuesta_observacion (
  id uuid constraint respuesta_observacion_pk primary key,
  candidatura_id uuid not null constraint respuesta_observacion_candidatura_fk references captura.candidatura on delete cascade,
  observacion_id uuid not null constraint respuesta_observacion_observacion_fk references captura.observacion on delete cascade,
  texto text not null,
  creada_en timestamptz not null,
  creada_por uuid not null,
  rol text not null
);
create index respuesta_observacion_ix on captura.respuesta_observacion (observacion_id);

-- One section of a cuestionario as captured. Curricular answers live here; identity answers never do (schema identidad).
create table captura.seccion (
  id uuid constraint seccion_pk primary key,
  candidatura_id uuid not null constraint seccion_candidatura_fk references captura.candidatura on delete cascade,
  cuestionario_id uuid not null constraint seccion_cuestionario_fk references captura.cuestionario,
  clave text not null,
  estatus text not null,
  version int not null,
  respuestas jsonb,
  guardada_en timestamptz,
  verificadas jsonb,
  verificada_en timestamptz,
  validadas jsonb,
  version_validada int,
  version_verificada int,
  validadas_cuestionario_id uuid constraint seccion_validadas_cuestionario_fk references captura.cuestionario,
  verificadas_cuestionario_id uuid constraint seccion_verificadas_cuestionario_fk references captura.cuestionario,
  reabierta boolean default false not null,
  extemporanea boolean default false not null,
  de_la_persona boolean default false not null,
  propias jsonb,
  propias_en timestamptz,
  constraint seccion_uq unique (candidatura_id, cuestionario_id, clave)
);
create index seccion_extemporanea_ix on captura.seccion (candidatura_id) where extemporanea;

-- Texts that resemble each other, found without anybody reading them. No role of the application may touch the table; the one function
-- over it answers with a question and a number, and never names an author. Trigrams judge how alike two texts are. An index of trigrams
-- over texts of thousands of characters takes a second. So only those texts are compared that share a third of twelve fingerprints, the
-- smallest hashes of their runs of four words (bottom-k MinHash). Texts equal in nine tenths by trigrams share far more.
create table captura.prosa (
  seccion_id uuid not null constraint prosa_seccion_fk references captura.seccion on delete cascade,
  candidatura_id uuid not null,
  pregunta text not null,
  texto text not null,
  huellas bigint[] not null,
  constraint prosa_pk primary key (seccion_id, pregunta)
);
create index prosa_candidatura_ix on captura.prosa (candidatura_id);
create index prosa_huellas_ix on captura.prosa using gin (huellas);

-- The actor político asks to change a section that was published already.
create table captura.solicitud_correccion (
  id uuid constraint solicitud_correccion_pk primary key,
  candidatura_id uuid not null constraint solicitud_correccion_candidatura_fk references captura.candidatura on delete cascade,
  cuestionario text not null,
  seccion text not null,
  razon text not null,
  creada_en timestamptz not null,
  creada_por uuid not null,
  rol text not null,
  resuelta_en timestamptz,
  resuelta_por uuid,
  aceptada boolean,
  resolucion text,
  tras_cierre boolean not null,
  atendida_en timestamptz,
  constraint solicitud_correccion_resuelta_ck check ((resuelta_en is null) = (aceptada is null) and (atendida_en is null or aceptada))
);
create index solicitud_correccion_candidatura_ix on captura.solicitud_correccion (candidatura_id);
create unique index solicitud_correccion_viva_uq on captura.solicitud_correccion (candidatura_id, cuestionario, seccion)
  where atendida_en is null and aceptada is not false;

-- Signed form of a consentimiento, encrypted like an identity answer; never parsed, never public.
create table identidad.formato (
  id uuid constraint formato_pk primary key,
  candidatura_id uuid not null,
  medio text not null,
  cifrado bytea not null,
  creado_en timestamptz not null
);

-- Data key of one persona, wrapped by the key ring outside the database. Destroying it is the deletion of the answers.
create table identidad.llave (
  candidatura_id uuid constraint llave_pk primary key,
  kid text not null,
  envuelta bytea not null
);

-- One answer of the identity cuestionario, AES-256-GCM bound to candidatura and question.
create table identidad.respuesta (
  candidatura_id uuid not null,
  pregunta text not null,
  cifrada bytea,
  verificada bytea,
  validada bytea,
  cuestionario_id uuid,
  validada_cuestionario_id uuid,
  verificada_cuestionario_id uuid,
  propia bytea,
  propia_cuestionario_id uuid,
  constraint respuesta_pk primary key (candidatura_id, pregunta)
);

-- That the identity answers of a persona were suppressed, when and why: it outlives them, and no data key is made for her again.
create table identidad.supresion (
  candidatura_id uuid constraint supresion_pk primary key,
  suprimida_en timestamptz not null,
  motivo text not null
);

-- ──────────────────── intercambio

-- A list handed in: first its planned effects, and its real ones only when confirmed. The row is the job.
create table captura.importacion (
  id uuid constraint importacion_pk primary key,
  proceso_id uuid not null,
  archivo text not null,
  sha256 text not null,
  estatus text not null,
  resumen jsonb not null,
  creada_en timestamptz not null,
  creada_por uuid not null,
  cerrada_en timestamptz,
  formato text not null,
  bytes int not null,
  fuente text,
  encabezados jsonb,
  asignacion jsonb,
  hechas int,
  total int,
  falla text,
  intentos int not null,
  omitir_rechazadas boolean not null,
  adiciones jsonb not null,
  avisos jsonb not null,
  hojas jsonb not null,
  creado jsonb,
  acuse jsonb,
  actuada_por uuid,
  peticion text,
  tratamiento jsonb not null,
  hallazgos jsonb not null
);
create index importacion_estatus_ix on captura.importacion (estatus, creada_en);

-- One row of a list, and its outcome.
create table captura.importacion_fila (
  importacion_id uuid not null constraint importacion_fila_importacion_fk references captura.importacion,
  fila int not null,
  celdas jsonb,
  veredicto text,
  clave text,
  nombre text,
  cambios jsonb not null,
  errores jsonb not null,
  advertencias jsonb not null,
  candidatura_id uuid,
  version int,
  antes jsonb,
  hallazgos jsonb default '[]'::jsonb not null,
  constraint importacion_fila_pk primary key (importacion_id, fila)
);
create index importacion_fila_candidatura_ix on captura.importacion_fila (candidatura_id);
create index importacion_fila_veredicto_ix on captura.importacion_fila (importacion_id, veredicto, fila);

-- The columns of a source, as somebody assigned them once.
create table captura.importacion_fuente (
  id uuid constraint importacion_fuente_pk primary key,
  proceso_id uuid not null,
  nombre text not null,
  columnas jsonb not null,
  guardada_en timestamptz not null,
  guardada_por uuid not null,
  constraint importacion_fuente_nombre_uq unique (proceso_id, nombre)
);

-- A piece of an uploaded file, encrypted: it may hold dates of birth and identity answers.
create table identidad.archivo (
  importacion_id uuid not null constraint archivo_importacion_fk references captura.importacion,
  parte int not null,
  kid text not null,
  envuelta bytea not null,
  cifrada bytea not null,
  constraint archivo_pk primary key (importacion_id, parte)
);

-- ──────────────────── publicacion

-- Block, by an authority or for a risk, that hides data of a persona: one person proposes it, another confirms it, and two lift it.
create table captura.bloqueo (
  id uuid constraint bloqueo_pk primary key,
  proceso_id uuid not null,
  persona_id uuid not null constraint bloqueo_persona_fk references captura.persona,
  alcance text not null,
  clave text,
  base text not null,
  autoridad text,
  orden text,
  motivo text not null,
  documento_id uuid constraint bloqueo_documento_fk references captura.documento,
  hasta date,
  estatus text not null,
  version int not null,
  propuesto_por uuid not null,
  propuesto_en timestamptz not null,
  confirmado_por uuid,
  confirmado_en timestamptz,
  levanta_propuesto_por uuid,
  levanta_motivo text,
  levantado_por uuid,
  terminado_en timestamptz,
  provisional_hasta date,
  constraint bloqueo_alcance_ck check ((alcance = 'persona') = (clave is null)),
  constraint bloqueo_dos_personas_ck check (confirmado_por <> propuesto_por),
  constraint bloqueo_levanta_dos_personas_ck check (levantado_por <> levanta_propuesto_por),
  constraint bloqueo_levantado_ck check (estatus <> 'levantado' or (levantado_por is not null and levanta_propuesto_por is not null)),
  constraint bloqueo_orden_ck check (base <> 'orden' or (autoridad is not null and orden is not null)),
  constraint bloqueo_provisional_ck check (provisional_hasta is null or base = 'riesgo'),
  constraint bloqueo_vigente_ck check (estatus not in ('vigente', 'levantado') or (confirmado_por is not null
    and confirmado_en is not null))
);
create index bloqueo_persona_ix on captura.bloqueo (persona_id);

-- A day of the pack on which identity answers were counted.
create table captura.estadistica_corte (
  proceso_id uuid not null,
  fecha date not null,
  corte int not null,
  en timestamptz not null,
  constraint estadistica_corte_pk primary key (proceso_id, fecha)
);

-- Persons counted together. It keeps the published intervals of their answers, and never the counts.
create table captura.estadistica_lote (
  id uuid constraint estadistica_lote_pk primary key,
  proceso_id uuid not null,
  tabla text not null,
  celda text not null,
  fecha date not null,
  tamano int not null,
  respuestas jsonb not null
);

-- Marks that somebody was counted in a table, once and for all, and in which lote. Her answer is not here.
create table captura.estadistica_contada (
  candidatura_id uuid not null constraint estadistica_contada_candidatura_fk references captura.candidatura on delete cascade,
  tabla text not null,
  lote_id uuid not null constraint estadistica_contada_lote_fk references captura.estadistica_lote,
  constraint estadistica_contada_pk primary key (candidatura_id, tabla)
);
create index estadistica_contada_lote_ix on captura.estadistica_contada (lote_id);

create table captura.politica_publicacion (
  id uuid constraint politica_publicacion_pk primary key,
  proceso_id uuid not null,
  version int not null,
  vigente_desde date not null,
  campos jsonb not null,
  borrador_id uuid,
  motivo text,
  activada_en timestamptz,
  constraint politica_publicacion_uq unique (proceso_id, version)
);

-- Candidatura that the publisher has to look at again. Written in the transaction of the act that changed it.
create table captura.publicacion_pendiente (
  candidatura_id uuid not null,
  desde timestamptz not null,
  no_antes date,
  constraint publicacion_pendiente_pk primary key (candidatura_id, desde)
);

-- Former public bytes of candidates who left: no longer public, and still there for the institute to prove.
create table captura.recurso_retirado (
  id bigint primary key,
  ruta text not null,
  sha256 text not null,
  medio text not null,
  contenido bytea not null,
  desde_corte int not null,
  hasta_corte int not null
);
create index recurso_retirado_ruta_ix on captura.recurso_retirado (ruta);

-- An error of a public page as somebody reported it, and the institute's acts. Nothing in it tells its author.
create table captura.reporte (
  id uuid constraint reporte_pk primary key,
  folio text not null constraint reporte_folio_uq unique,
  pagina text not null,
  corte int not null,
  texto text not null,
  pide_respuesta boolean not null,
  recibido date not null,
  huella text not null,
  estatus text not null,
  version int not null,
  pregunta text,
  respuesta text,
  motivo text,
  atendido_por uuid,
  atendido_en timestamptz,
  constraint reporte_atendido_ck check (estatus = 'recibido' or (atendido_por is not null and atendido_en is not null)),
  constraint reporte_contestado_ck check ((estatus = 'contestado') = (pregunta is not null and respuesta is not null)),
  constraint reporte_texto_ck check ((length(texto) >= 1 and length(texto) <= 1000) and length(pagina) <= 200)
);
create index reporte_recibido_ix on captura.reporte (recibido, huella);

-- Candidaturas whose data a cancelación blocked: the block comes before the suppression.
create table identidad.bloqueada (
  candidatura_id uuid constraint bloqueada_pk primary key,
  desde date not null,
  hasta date not null,
  motivo text not null
);

create table publico.candidatura (
  id uuid primary key,
  proceso text not null,
  orden text collate "C" not null,
  cargo text not null,
  contienda text not null,
  distrito text,
  municipio text,
  actores text[] not null,
  calidad text not null,
  con_propuestas boolean not null,
  captura text,
  fila json not null,
  estatus text not null,
  comunidad text,
  actor text,
  sexo text,
  edad int,
  grupos text[] default '{}'::text[] not null,
  respuestas jsonb default '{}'::jsonb not null,
  accion_afirmativa text,
  escolaridad text,
  temas text[] default '{}'::text[] not null
);
create index candidatura_accion_afirmativa_ix on publico.candidatura (accion_afirmativa, orden) include (estatus)
  where accion_afirmativa is not null;
create index candidatura_cargo_ix on publico.candidatura (cargo, orden) include (estatus) where estatus <> 'sustituida';
create index candidatura_comunidad_ix on publico.candidatura (comunidad, orden) include (estatus) where comunidad is not null;
create index candidatura_contienda_ix on publico.candidatura (contienda, orden) include (estatus) where estatus <> 'sustituida';
create index candidatura_distrito_ix on publico.candidatura (distrito, orden) include (estatus) where estatus <> 'sustituida';
create index candidatura_estatus_ix on publico.candidatura (estatus, orden) where estatus <> 'aprobada';
create index candidatura_municipio_ix on publico.candidatura (municipio, orden) include (estatus) where estatus <> 'sustituida';
create index candidatura_orden_ix on publico.candidatura (orden) include (estatus) where estatus <> 'sustituida';
create unique index candidatura_lugar_ix on publico.candidatura (orden);

-- Each beginning of each word of a name, as a search asks for it. The places of one beginning stand together and in order, so that its
-- page costs the same however many match. With whole words, every match was read and put in order at each search.
create table publico.comienzo (
  comienzo text collate "C" not null,
  orden text collate "C" not null references publico.candidatura(orden) on update cascade on delete cascade,
  constraint comienzo_pk primary key (comienzo, orden)
);
create index comienzo_orden_ix on publico.comienzo (orden);

create table publico.corte (
  numero int primary key,
  en timestamptz not null,
  cabecera text not null,
  sha256 text not null,
  firma text not null,
  llave text not null,
  orden text,
  sorteo date
);

-- Public dates of the calendars that telephones read.
create table publico.fecha (
  uid text primary key,
  contenido jsonb not null,
  huella text not null,
  cancelado boolean not null,
  secuencia int not null,
  cambiado_en timestamptz not null
);

create table publico.llave (
  id text primary key,
  algoritmo text not null,
  spki text not null,
  desde timestamptz,
  hasta timestamptz,
  anterior text constraint llave_anterior_uq unique references publico.llave,
  relevo text,
  relevo_firma text,
  constraint llave_relevo_ck check ((anterior is null) = (relevo is null) and (relevo is null) = (relevo_firma is null))
);

-- With the cargo: people who choose an actor político choose it next.
create table publico.postulante (
  actor text not null,
  cargo text not null,
  orden text collate "C" not null references publico.candidatura(orden) on update cascade on delete cascade,
  constraint postulante_pk primary key (actor, orden)
);
create index postulante_cargo_ix on publico.postulante (actor, cargo, orden);
create index postulante_orden_ix on publico.postulante (orden);

create table publico.recurso (
  id bigint generated always as identity primary key,
  ruta text not null,
  sha256 text not null,
  medio text not null,
  bytes int not null,
  contenido bytea storage external,
  gzip bytea storage external,
  brotli bytea storage external,
  huella text,
  desde_corte int not null,
  hasta_corte int,
  construccion text,
  constraint recurso_pagina_ck check ((construccion is not null) = (ruta ~~ 'paginas/%')),
  constraint recurso_retirado_ck check (case when contenido is null then (gzip is null and brotli is null and huella is null
    and hasta_corte is not null) else huella is not null end)
);
create index recurso_corte_ix on publico.recurso (desde_corte, hasta_corte);
create index recurso_hasta_ix on publico.recurso (hasta_corte) where hasta_corte is not null;
create index recurso_pasado_ix on publico.recurso (ruta) where hasta_corte is not null and contenido is not null;
create index recurso_ruta_ix on publico.recurso (ruta);
create index recurso_sha256_ix on publico.recurso (sha256);
create unique index recurso_vigente_uq on publico.recurso (ruta) where hasta_corte is null;

-- Visits to the public site: how often each kind of page was seen in each hour, and nothing else. The public routes may only add to these
-- numbers, by a function: they neither read nor lower them.
create table publico.visita (
  clase text not null,
  hora timestamptz not null,
  veces bigint not null,
  constraint visita_pk primary key (clase, hora),
  constraint visita_clase_ck check (clase in ('inicio', 'boleta', 'lista', 'candidatura', 'historia', 'contienda', 'comparar',
    'estadisticas', 'datos', 'verificacion', 'informacion')),
  constraint visita_hora_ck check ((EXTRACT(epoch from hora) % 3600::numeric) = 0::numeric),
  constraint visita_veces_ck check (veces > 0)
);

-- ──────────────────── programa

-- A calendar that somebody's telephone reads, known by the SHA-256 of its secret only.
create table acceso.calendario_enlace (
  id uuid constraint calendario_enlace_pk primary key,
  cuenta_id uuid not null constraint calendario_enlace_cuenta_fk references acceso.cuenta on delete cascade,
  rol text not null,
  nombre text not null,
  alcance text not null,
  sha256 text not null,
  creado_en timestamptz not null,
  revocado_en timestamptz
);
create index calendario_enlace_cuenta_ix on acceso.calendario_enlace (cuenta_id, creado_en);
create unique index calendario_enlace_nombre_uq on acceso.calendario_enlace (cuenta_id, nombre) where revocado_en is null;
create unique index calendario_enlace_sha256_uq on acceso.calendario_enlace (sha256);

-- An approval by another vote than one on its own matter: one person says why, another confirms it. Nothing of it is erased.
create table captura.aprobacion_excepcional (
  id uuid constraint aprobacion_excepcional_pk primary key,
  proceso_id uuid not null constraint aprobacion_excepcional_proceso_fk references captura.proceso,
  materia text not null,
  acto text not null,
  version int not null,
  contenido jsonb not null,
  faltas text[] not null,
  motivo text not null,
  propuesta_por uuid not null,
  propuesta_en timestamptz not null,
  confirmada_por uuid,
  confirmada_en timestamptz,
  retirada_en timestamptz,
  constraint aprobacion_excepcional_confirmada_ck check ((confirmada_por is null) = (confirmada_en is null)),
  constraint aprobacion_excepcional_dos_personas_ck check (confirmada_por <> propuesta_por)
);
create unique index aprobacion_excepcional_abierta_ux on captura.aprobacion_excepcional (materia, acto, version) where retirada_en is null;

-- Last version of each moment that the calendars of the institute sent: a moment that is no more is sent as cancelled, not forgotten.
create table captura.calendario_emitido (
  proceso_id uuid not null,
  uid text not null,
  areas text[] not null,
  contenido jsonb not null,
  huella text not null,
  cancelado boolean not null,
  secuencia int not null,
  cambiado_en timestamptz not null,
  constraint calendario_emitido_pk primary key (proceso_id, uid)
);

-- Fulfilment of a milestone, by its evidence: the date that the evidence bears, and apart from it when it was brought.
create table captura.cumplimiento (
  id uuid constraint cumplimiento_pk primary key,
  proceso_id uuid not null,
  entregable text not null,
  milestone text not null,
  aplica boolean not null,
  ocurrido_en timestamptz not null,
  referencia text not null,
  documento_id uuid constraint cumplimiento_documento_fk references captura.documento,
  folio text not null,
  registrado_en timestamptz not null,
  registrado_por uuid,
  anulado_en timestamptz,
  anulado_por uuid,
  anulado_motivo text,
  excepcion jsonb
);
create unique index cumplimiento_vigente_uq on captura.cumplimiento (proceso_id, entregable, milestone) where anulado_en is null;

-- An account said that she knows of a duty and of its due day: until it is overdue she is not reminded of it.
create table captura.enterada (
  id uuid constraint enterada_pk primary key,
  proceso_id uuid not null,
  entregable text not null,
  milestone text not null,
  vence date not null,
  cuenta_id uuid not null,
  rol text not null,
  enterada_en timestamptz not null,
  folio text not null,
  constraint enterada_uq unique (proceso_id, entregable, milestone, vence, cuenta_id)
);

-- Observación of a member of the Comisión in the reunión de trabajo, or her word that she had none.
create table captura.entregable_observacion (
  id uuid constraint entregable_observacion_pk primary key,
  proceso_id uuid not null,
  entregable text not null,
  integrante text not null,
  cargo text not null,
  sin_observaciones boolean not null,
  lugar text,
  texto text,
  fecha date not null,
  folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid,
  rol text,
  retirada_en timestamptz,
  retirada_por uuid,
  retirada_motivo text
);
create index entregable_observacion_ix on captura.entregable_observacion (proceso_id, entregable, registrada_en);

-- A step of the chain that was done, by its evidence: the date that it bears, and apart from it when it was recorded.
create table captura.entregable_paso (
  id uuid constraint entregable_paso_pk primary key,
  proceso_id uuid not null,
  entregable text not null,
  paso text not null,
  ocurrido_en timestamptz not null,
  referencia text not null,
  sin_observaciones boolean not null,
  documento_id uuid constraint entregable_paso_documento_fk references captura.documento,
  folio text not null,
  registrado_en timestamptz not null,
  registrado_por uuid,
  rol text,
  anulado_en timestamptz,
  anulado_por uuid,
  anulado_motivo text
);
create unique index entregable_paso_vigente_uq on captura.entregable_paso (proceso_id, entregable, paso) where anulado_en is null;

-- A version of the document of an entregable: it is never replaced, only followed by another.
create table captura.entregable_version (
  id uuid constraint entregable_version_pk primary key,
  proceso_id uuid not null,
  entregable text not null,
  numero int not null,
  clase text not null,
  fecha date not null,
  nota text not null,
  documento_id uuid not null constraint entregable_version_documento_fk references captura.documento,
  folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid,
  rol text,
  retirada_en timestamptz,
  retirada_por uuid,
  retirada_motivo text,
  constraint entregable_version_numero_uq unique (proceso_id, entregable, numero)
);

-- Place in which one of the minimum contents was found.
create table captura.entregable_contenido (
  id uuid constraint entregable_contenido_pk primary key,
  proceso_id uuid not null,
  entregable text not null,
  contenido text not null,
  lugar text not null,
  version_id uuid not null constraint entregable_contenido_version_fk references captura.entregable_version,
  folio text not null,
  registrado_en timestamptz not null,
  registrado_por uuid,
  rol text,
  quitado_en timestamptz,
  quitado_por uuid,
  quitado_motivo text
);
create unique index entregable_contenido_vigente_uq on captura.entregable_contenido (proceso_id, entregable, contenido)
  where quitado_en is null;

-- Answer to an observación. The newest counts; none is erased.
create table captura.entregable_respuesta (
  id uuid constraint entregable_respuesta_pk primary key,
  observacion_id uuid not null constraint entregable_respuesta_observacion_fk references captura.entregable_observacion,
  sentido text not null,
  texto text not null,
  version_id uuid constraint entregable_respuesta_version_fk references captura.entregable_version,
  folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid,
  rol text
);
create index entregable_respuesta_ix on captura.entregable_respuesta (observacion_id, registrada_en);

-- The draft of a programme for another election day: its sources, and the texts of people over it. The rest is computed.
create table captura.escenario (
  id uuid constraint escenario_pk primary key,
  proceso_id uuid not null,
  nombre text not null,
  jornada date not null,
  origen jsonb not null,
  ediciones jsonb not null,
  decisiones jsonb not null,
  version int not null,
  creado_en timestamptz not null,
  creado_por uuid not null,
  cambiado_en timestamptz not null,
  descartado_en timestamptz
);
create unique index escenario_nombre_uq on captura.escenario (proceso_id, nombre) where descartado_en is null;

-- Something that happened and opened duties towards the INE.
create table captura.evento (
  id uuid constraint evento_pk primary key,
  proceso_id uuid not null,
  tipo text not null,
  actividades text[] not null,
  fecha date not null,
  ocurrido_en timestamptz not null,
  acuerdo_id uuid constraint evento_acuerdo_fk references captura.acuerdo,
  titulo text not null,
  causa jsonb,
  documento_id uuid constraint evento_documento_fk references captura.documento,
  folio text,
  registrado_en timestamptz,
  registrado_por uuid,
  anulado_en timestamptz,
  anulado_por uuid,
  anulado_motivo text,
  constraint evento_acuerdo_uq unique (acuerdo_id, tipo)
);
create index evento_proceso_ix on captura.evento (proceso_id, fecha);

-- Holder of a charge in an organ, with her days and their document. Only its end and its account are written afterwards.
create table captura.integrante (
  id uuid constraint integrante_pk primary key,
  proceso_id uuid not null,
  organo text not null,
  nombre text not null,
  puesto text,
  encargo text not null,
  voto boolean not null,
  desde date not null,
  hasta date,
  suple uuid constraint integrante_suple_fk references captura.integrante,
  documento text,
  documento_id uuid constraint integrante_documento_fk references captura.documento,
  fuente text not null,
  confianza text not null,
  nota text,
  termino text,
  termino_documento_id uuid constraint integrante_termino_documento_fk references captura.documento,
  registrado_en timestamptz,
  registrado_por uuid,
  cuenta_id uuid constraint integrante_cuenta_fk references acceso.cuenta
);
create index integrante_organo_ix on captura.integrante (proceso_id, organo, desde);

-- Kinds of message that an account does not want; an account without a row wants all of them.
create table captura.preferencia_recordatorio (
  cuenta_id uuid constraint preferencia_recordatorio_pk primary key,
  apagados text[] not null
);

-- The programme of work of the proceso, as its pack brought it.
create table captura.programa (
  proceso_id uuid constraint programa_pk primary key,
  contenido jsonb not null
);

-- Outbox of the reminders: written once by its key, delivered by whichever process takes it.
create table captura.recordatorio (
  id uuid constraint recordatorio_pk primary key,
  clave text not null constraint recordatorio_clave_uq unique,
  tipo text not null,
  cuenta_id uuid not null,
  rol text not null,
  entregable text,
  milestone text,
  distancia int,
  dia date not null,
  desde timestamptz not null,
  caduca_en timestamptz not null,
  estatus text not null,
  asunto text not null,
  texto text not null,
  intentos int not null,
  proximo_intento timestamptz not null,
  tomado_por uuid,
  tomado_hasta timestamptz,
  enviado_en timestamptz,
  falla text,
  a_mano boolean not null,
  candidatura_id uuid constraint recordatorio_candidatura_fk references captura.candidatura on delete cascade,
  pedido_por uuid,
  pide text,
  solicitud_id uuid
);
create index recordatorio_candidatura_ix on captura.recordatorio (candidatura_id, dia);
create index recordatorio_desde_ix on captura.recordatorio (desde, id);
create index recordatorio_estatus_ix on captura.recordatorio (estatus, proximo_intento);
create index recordatorio_solicitud_ix on captura.recordatorio (solicitud_id);

-- An oficio to the INE: prepared, sent, received. Once sent it is not rewritten; a mistake is annulled and stays.
create table captura.remision (
  id uuid constraint remision_pk primary key,
  proceso_id uuid not null,
  entregables text[] not null,
  numero text not null,
  lugar text not null,
  fecha date not null,
  destinatario jsonb not null,
  atencion jsonb,
  asunto text not null,
  cuerpo text not null,
  remitente jsonb not null,
  copias text[] not null,
  anexos uuid[] not null,
  version int not null,
  preparada_en timestamptz not null,
  preparada_por uuid,
  enviada_en timestamptz,
  medio text,
  oficio_id uuid constraint remision_oficio_fk references captura.documento,
  envio_registrado_en timestamptz,
  envio_folio text,
  acuse_en timestamptz,
  acuse_folio text,
  acuse_documento_id uuid constraint remision_acuse_fk references captura.documento,
  acuse_registrado_en timestamptz,
  anulada_en timestamptz,
  anulada_motivo text
);
create unique index remision_numero_uq on captura.remision (proceso_id, numero) where anulada_en is null;

-- Facts of a sending or of its acuse before a correction: rows are added, never changed.
create table captura.remision_correccion (
  id uuid constraint remision_correccion_pk primary key,
  remision_id uuid not null constraint remision_correccion_remision_fk references captura.remision,
  que text not null,
  ocurrido_en timestamptz not null,
  dato text not null,
  documento_id uuid constraint remision_correccion_documento_fk references captura.documento,
  registrado_en timestamptz not null,
  motivo text not null,
  folio text not null,
  corregida_en timestamptz not null,
  corregida_por uuid not null,
  constraint remision_correccion_que_ck check (que in ('envio', 'acuse'))
);
create index remision_correccion_remision_ix on captura.remision_correccion (remision_id);

-- Choice of the statement that governs a date where the sources disagree, with its author, time and reason. The newest counts; none is
-- erased.
create table captura.resolucion (
  id uuid constraint resolucion_pk primary key,
  proceso_id uuid not null,
  entregable text not null,
  milestone text not null,
  statement text not null,
  razon text not null,
  resuelta_en timestamptz not null,
  resuelta_por uuid not null,
  rol text not null
);
create index resolucion_proceso_ix on captura.resolucion (proceso_id, resuelta_en);

-- A sesión of an organ. It keeps its agenda; the votes are in celebracion.
create table captura.sesion (
  id uuid constraint sesion_pk primary key,
  proceso_id uuid not null,
  organo text not null,
  tipo text not null,
  numero int not null,
  anio int not null,
  fecha date not null,
  hora text,
  modalidad text not null,
  lugar text,
  estatus text not null,
  version int not null,
  puntos jsonb not null,
  convocatoria jsonb,
  historia jsonb not null,
  fuente text,
  acta_id uuid constraint sesion_acta_fk references captura.documento,
  acta_fecha date,
  constraint sesion_numero_uq unique (proceso_id, organo, tipo, anio, numero)
);
create index sesion_fecha_ix on captura.sesion (proceso_id, fecha);

-- Record of a held sesión: attendance and votes. The newest counts; a correction adds one, with its reason, and erases none.
create table captura.celebracion (
  id uuid constraint celebracion_pk primary key,
  sesion_id uuid not null constraint celebracion_sesion_fk references captura.sesion,
  numero int not null,
  inicio timestamptz not null,
  fin timestamptz not null,
  asistencia jsonb not null,
  puntos jsonb not null,
  motivo text,
  folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid,
  constraint celebracion_numero_uq unique (sesion_id, numero)
);

-- ──────────────────── normativa

-- A version of the aviso de privacidad in the writing and before the organs; once published, the approved text.
create table captura.aviso_borrador (
  id uuid constraint aviso_borrador_pk primary key,
  proceso_id uuid not null,
  integral text not null,
  simplificado text not null,
  finalidades jsonb not null,
  vigente_desde date,
  estatus text not null,
  version int not null,
  creado_en timestamptz not null,
  creado_por uuid,
  guardado_en timestamptz not null,
  enviado_en timestamptz,
  comision jsonb,
  comite jsonb,
  aviso_id uuid constraint aviso_borrador_aviso_fk references captura.aviso_privacidad,
  historia jsonb not null,
  constraint aviso_borrador_aprobado_ck check (estatus not in ('aprobado', 'publicado') or (comision is not null and comite is not null
    and vigente_desde is not null))
);
create index aviso_borrador_proceso_ix on captura.aviso_borrador (proceso_id, guardado_en);

alter table captura.aviso_privacidad add constraint aviso_privacidad_borrador_fk foreign key (borrador_id)
  references captura.aviso_borrador;

-- A version of a cuestionario in the writing; once it was approved, the text that the Comisión approved.
create table captura.cuestionario_borrador (
  id uuid constraint cuestionario_borrador_pk primary key,
  proceso_id uuid not null,
  tipo text not null,
  titulo text not null,
  cargos text[],
  schema jsonb not null,
  uischema jsonb not null,
  traslados jsonb not null,
  estatus text not null,
  version int not null,
  creado_en timestamptz not null,
  creado_por uuid,
  guardado_en timestamptz not null,
  acuerdo_id uuid constraint cuestionario_borrador_acuerdo_fk references captura.acuerdo,
  vigente_desde date,
  base_id uuid constraint cuestionario_borrador_base_fk references captura.cuestionario,
  historia jsonb not null,
  propuesto_por uuid,
  propuesto_en timestamptz,
  propuesto_alcance jsonb,
  activado_por uuid,
  aprobacion jsonb,
  constraint cuestionario_borrador_aprobado_ck check (estatus in ('borrador', 'descartado') or (acuerdo_id is not null
    and vigente_desde is not null)),
  constraint cuestionario_borrador_dos_personas_ck check (activado_por <> propuesto_por),
  constraint cuestionario_borrador_propuesto_ck check (estatus <> 'propuesto' or (propuesto_por is not null
    and propuesto_alcance is not null))
);
create index cuestionario_borrador_proceso_ix on captura.cuestionario_borrador (proceso_id, tipo);

alter table captura.cuestionario add constraint cuestionario_borrador_fk foreign key (borrador_id)
  references captura.cuestionario_borrador;

-- Progress of a candidatura when an activation changed it: undoing gives it back.
create table captura.candidatura_anterior (
  borrador_id uuid not null constraint candidatura_anterior_borrador_fk references captura.cuestionario_borrador,
  candidatura_id uuid not null constraint candidatura_anterior_candidatura_fk references captura.candidatura on delete cascade,
  estatus_captura text not null,
  secciones_completas int not null,
  constraint candidatura_anterior_pk primary key (borrador_id, candidatura_id)
);

-- A version of the policy of publication in the writing; afterwards, the one that came into force.
create table captura.politica_borrador (
  id uuid constraint politica_borrador_pk primary key,
  proceso_id uuid not null,
  base_version int not null,
  motivo text not null,
  campos jsonb not null,
  estatus text not null,
  version int not null,
  creado_en timestamptz not null,
  creado_por uuid not null,
  guardado_en timestamptz not null,
  historia jsonb not null,
  aprobacion jsonb,
  constraint politica_borrador_estatus_ck check (estatus in ('borrador', 'activado', 'descartado'))
);
create index politica_borrador_proceso_ix on captura.politica_borrador (proceso_id);

alter table captura.politica_publicacion add constraint politica_publicacion_borrador_fk foreign key (borrador_id)
  references captura.politica_borrador;

-- A section as it stood under a version of its cuestionario when another took its place. Identity keeps its state alone.
create table captura.seccion_anterior (
  id uuid constraint seccion_anterior_pk primary key,
  candidatura_id uuid not null constraint seccion_anterior_candidatura_fk references captura.candidatura on delete cascade,
  cuestionario_id uuid not null constraint seccion_anterior_cuestionario_fk references captura.cuestionario,
  clave text not null,
  estatus text not null,
  version int not null,
  respuestas jsonb,
  guardada_en timestamptz,
  validadas jsonb,
  version_validada int,
  verificadas jsonb,
  verificada_en timestamptz,
  version_verificada int,
  sustituida_en timestamptz not null,
  borrador_id uuid,
  seccion_id uuid,
  reabierta boolean,
  validadas_cuestionario_id uuid,
  verificadas_cuestionario_id uuid,
  estatus_tras text,
  version_tras int
);
create index seccion_anterior_borrador_ix on captura.seccion_anterior (borrador_id, seccion_id);
create index seccion_anterior_candidatura_ix on captura.seccion_anterior (candidatura_id);

-- ──────────────────── informes

-- The qualitative coding of the free texts of one identity question: its codebook, its progress, and at the end the counts that may be
-- told.
create table captura.codificacion (
  id uuid constraint codificacion_pk primary key,
  proceso_id uuid not null,
  pregunta text not null,
  estatus text not null,
  intento int not null,
  version int not null,
  categorias jsonb not null,
  guardada_en timestamptz not null,
  guardada_por uuid not null,
  sin_textos_en timestamptz,
  abierta_en timestamptz,
  cerrada_en timestamptz,
  resultado jsonb,
  constraint codificacion_pregunta_uq unique (proceso_id, pregunta),
  constraint codificacion_cerrada_ck check ((estatus = 'cerrada') = (resultado is not null)
    and (estatus = 'cerrada') = (cerrada_en is not null)),
  constraint codificacion_estatus_ck check (estatus in ('borrador', 'reuniendo', 'abierta', 'contando', 'cerrada'))
);

-- One of the two people who code, each apart.
create table captura.codificacion_plaza (
  codificacion_id uuid not null constraint codificacion_plaza_codificacion_fk references captura.codificacion,
  numero int not null,
  cuenta_id uuid not null,
  tomada_en timestamptz not null,
  terminada_en timestamptz,
  constraint codificacion_plaza_pk primary key (codificacion_id, numero),
  constraint codificacion_plaza_cuenta_uq unique (codificacion_id, cuenta_id),
  constraint codificacion_plaza_numero_ck check (numero = any (array[1, 2]))
);

-- Frozen data of an informe: every figure that it tells. Never altered.
create table captura.informe_corte (
  id uuid constraint informe_corte_pk primary key,
  proceso_id uuid not null,
  entregable text not null,
  numero int not null,
  clase text not null,
  tomado_en timestamptz not null,
  tomado_por uuid not null,
  consulta int not null,
  corte_publico int,
  datos jsonb not null,
  sha256 text not null,
  folio text not null,
  constraint informe_corte_numero_uq unique (proceso_id, entregable, numero)
);
create index informe_corte_clase_ix on captura.informe_corte (proceso_id, clase, tomado_en);

-- A document that was handed out: of which corte, with which texts, in which form, and the hash of its bytes. Never altered.
create table captura.informe_emision (
  id uuid constraint informe_emision_pk primary key,
  proceso_id uuid not null,
  entregable text not null,
  numero int not null,
  corte_id uuid not null constraint informe_emision_corte_fk references captura.informe_corte,
  textos jsonb not null,
  forma int not null,
  huellas jsonb not null,
  emitida_en timestamptz not null,
  emitida_por uuid not null,
  folio text not null,
  constraint informe_emision_numero_uq unique (proceso_id, entregable, numero)
);

-- A version of a text that people wrote in a part of an informe: Markdown. Never altered, only followed.
create table captura.informe_texto (
  id uuid constraint informe_texto_pk primary key,
  proceso_id uuid not null,
  entregable text not null,
  seccion text not null,
  version int not null,
  texto text not null,
  guardado_en timestamptz not null,
  guardado_por uuid not null,
  constraint informe_texto_version_uq unique (proceso_id, entregable, seccion, version)
);

-- A list of omissions as it was emitted: the signed file itself, its hash, its time and its author. Nobody may change it.
create table captura.omision_emitida (
  id uuid constraint omision_emitida_pk primary key,
  proceso_id uuid not null,
  actor_politico_id uuid constraint omision_emitida_actor_fk references captura.actor_politico,
  corte timestamptz not null,
  omisiones int not null,
  universo int not null,
  archivo bytea not null,
  sha256 text not null,
  folio text not null,
  emitida_por uuid not null
);
create index omision_emitida_corte_ix on captura.omision_emitida (corte, id);

-- A free text in coding, under a pseudonym of its own. Neither the text is here nor its author, but for a link that the key ring seals:
-- that a persona wrote one tells her answer.
create table identidad.codificacion_texto (
  id uuid constraint codificacion_texto_pk primary key,
  codificacion_id uuid not null constraint codificacion_texto_codificacion_fk references captura.codificacion,
  kid text not null,
  enlace bytea not null
);
create index codificacion_texto_codificacion_ix on identidad.codificacion_texto (codificacion_id);

-- The category that one of the two gave a text.
create table identidad.codificacion_codigo (
  texto_id uuid not null constraint codificacion_codigo_texto_fk references identidad.codificacion_texto on delete cascade,
  cuenta_id uuid not null,
  codificacion_id uuid not null,
  codigo text not null,
  en timestamptz not null,
  constraint codificacion_codigo_pk primary key (texto_id, cuenta_id)
);

-- Decision of one person on a text on which the coders differ, with her reason.
create table identidad.codificacion_voto (
  texto_id uuid not null constraint codificacion_voto_texto_fk references identidad.codificacion_texto on delete cascade,
  cuenta_id uuid not null,
  codificacion_id uuid not null,
  codigo text not null,
  razon text not null,
  en timestamptz not null,
  constraint codificacion_voto_pk primary key (texto_id, cuenta_id)
);

-- ──────────────────── derechos

-- The certificate of the suppression as it was emitted: the signed file itself. Nobody may change it.
create table captura.constancia_supresion (
  proceso_id uuid constraint constancia_supresion_pk primary key,
  emitida_en timestamptz not null,
  archivo bytea not null,
  sha256 text not null,
  folio text not null
);

-- A version of the documento de seguridad, or of the impact assessment.
create table captura.documento_proteccion (
  id uuid constraint documento_proteccion_pk primary key,
  proceso_id uuid not null constraint documento_proteccion_proceso_fk references captura.proceso,
  clase text not null,
  version int not null,
  documento_id uuid not null constraint documento_proteccion_documento_fk references captura.documento,
  aprobado_el date not null,
  aprobo text not null,
  presentado_el date,
  revisar_el date not null,
  acuse_folio text not null,
  registrado_en timestamptz not null,
  registrado_por uuid not null,
  constraint documento_proteccion_version_uq unique (proceso_id, clase, version),
  constraint documento_proteccion_clase_ck check (clase in ('seguridad', 'impacto')),
  constraint documento_proteccion_revisar_ck check (revisar_el > aprobado_el)
);

-- State of a stage of the conclusion: the day that an acuerdo fixed for it, the accounts that asked for it and ordered it, and its end.
create table captura.etapa_conclusion (
  proceso_id uuid not null,
  clave text not null,
  fecha date,
  sustento text,
  fijada_por uuid,
  fijada_en timestamptz,
  propuesta_por uuid,
  propuesta_en timestamptz,
  confirmada_por uuid,
  confirmada_rol text,
  confirmada_en timestamptz,
  confirmada_dia date,
  concluida_en timestamptz,
  concluida_dia date,
  base text,
  progreso jsonb,
  version int not null,
  constraint etapa_conclusion_pk primary key (proceso_id, clave),
  constraint etapa_conclusion_clave_ck check (clave in ('fin_difusion', 'desindexacion', 'bloqueo', 'supresion')),
  constraint etapa_conclusion_concluida_ck check (concluida_en is null or confirmada_en is not null),
  constraint etapa_conclusion_confirmada_ck check ((confirmada_en is null) = (confirmada_por is null)
    and (confirmada_en is null) = (confirmada_dia is null)),
  constraint etapa_conclusion_dos_personas_ck check (clave <> 'supresion' or confirmada_por is null or (propuesta_por is not null
    and propuesta_por <> confirmada_por)),
  constraint etapa_conclusion_fecha_ck check ((fecha is null) = (sustento is null) and (fecha is null) = (fijada_por is null))
);

-- Request of a persona about her data, and the acts on it, in order.
create table captura.solicitud_derecho (
  id uuid constraint solicitud_derecho_pk primary key,
  proceso_id uuid not null,
  candidatura_id uuid not null constraint solicitud_derecho_candidatura_fk references captura.candidatura,
  folio text not null,
  derecho text not null,
  recibida date not null,
  descripcion text not null,
  acreditada_en date,
  hechos jsonb not null,
  version int not null,
  creada_en timestamptz not null,
  creada_por uuid not null,
  reunida_en timestamptz,
  reunida_sha256 text,
  escrito_id uuid,
  medio text,
  folio_pnt text,
  representante text,
  domicilio text,
  acuse_folio text,
  correo text,
  constraint solicitud_derecho_folio_uq unique (proceso_id, folio)
);
create index solicitud_derecho_candidatura_ix on captura.solicitud_derecho (candidatura_id);
create index solicitud_derecho_escrito_ix on captura.solicitud_derecho (escrito_id);
create index solicitud_derecho_recibida_ix on captura.solicitud_derecho (recibida, id);

alter table captura.recordatorio add constraint recordatorio_solicitud_fk foreign key (solicitud_id) references captura.solicitud_derecho
  on delete cascade;

-- A breach of personal data: its known facts, and the acts on it, in order.
create table captura.vulneracion (
  id uuid constraint vulneracion_pk primary key,
  proceso_id uuid not null constraint vulneracion_proceso_fk references captura.proceso,
  folio text not null,
  tipo text not null,
  que text not null,
  causa text not null,
  ocurrio_desde date,
  ocurrio_hasta date,
  hallada_en timestamptz not null,
  hallada_por text not null,
  datos text[] not null,
  medidas text not null,
  recomendaciones text not null,
  medios text not null,
  hechos jsonb not null,
  version int not null,
  acuse_folio text not null,
  registrada_en timestamptz not null,
  registrada_por uuid not null,
  constraint vulneracion_folio_uq unique (proceso_id, folio),
  constraint vulneracion_ocurrio_ck check (ocurrio_hasta is null or ocurrio_desde is null or ocurrio_desde <= ocurrio_hasta)
);

-- Somebody whose data a breach touched: a candidatura, or an account.
create table captura.vulneracion_afectada (
  id uuid constraint vulneracion_afectada_pk primary key,
  vulneracion_id uuid not null constraint vulneracion_afectada_vulneracion_fk references captura.vulneracion,
  candidatura_id uuid constraint vulneracion_afectada_candidatura_fk references captura.candidatura,
  cuenta_id uuid,
  constraint vulneracion_afectada_una_ck check ((candidatura_id is null) <> (cuenta_id is null))
);
create index vulneracion_afectada_candidatura_ix on captura.vulneracion_afectada (candidatura_id);
create unique index vulneracion_afectada_candidatura_ux on captura.vulneracion_afectada (vulneracion_id, candidatura_id);
create unique index vulneracion_afectada_cuenta_ux on captura.vulneracion_afectada (vulneracion_id, cuenta_id);

-- A document of a request, under a data key of its own, which outlives the key of her answers. It proves the persona's identity, or is a
-- paper of the request or of an act on it. There is one proof, which may be handed in again until it was accepted.
create table identidad.prueba_derecho (
  solicitud_id uuid not null constraint prueba_derecho_solicitud_fk references captura.solicitud_derecho,
  medio text not null,
  kid text not null,
  envuelta bytea not null,
  cifrada bytea not null,
  recibida_en timestamptz not null,
  id uuid constraint prueba_derecho_pk primary key,
  clase text not null,
  hecho text,
  nombre text,
  bytes int,
  de_la_persona boolean not null,
  constraint prueba_derecho_clase_ck check (clase in ('identidad', 'documento') and (clase = 'identidad') = (nombre is null))
);
create index prueba_derecho_solicitud_ix on identidad.prueba_derecho (solicitud_id, recibida_en);
create unique index prueba_derecho_identidad_uq on identidad.prueba_derecho (solicitud_id) where clase = 'identidad';
