import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Tables of the private world. The next migration grants access to them. */
export class Tablas1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create schema acceso;
create schema captura;
create schema identidad;

create table acceso.cuenta (
  id uuid not null,
  correo text not null,
  nombre text not null,
  rol text not null,
  actor_politico_id uuid,
  candidatura_id uuid,
  contrasena text,
  totp_secreto bytea,
  totp_ultimo_paso bigint,
  estatus text not null,
  creada_en timestamptz not null,
  constraint cuenta_correo_uq unique (correo),
  constraint cuenta_pk primary key (id)
);
create table acceso.enlace (
  sha256 text not null,
  cuenta_id uuid not null,
  tipo text not null,
  vence_en timestamptz not null,
  usado_en timestamptz,
  constraint enlace_pk primary key (sha256)
);
create index enlace_cuenta_ix on acceso.enlace (cuenta_id);
create table acceso.familia (
  id uuid not null,
  cuenta_id uuid not null,
  descripcion text not null,
  alcance text not null,
  creada_en timestamptz not null,
  ultimo_uso_en timestamptz not null,
  vence_en timestamptz not null,
  revocada_en timestamptz,
  motivo text,
  constraint familia_pk primary key (id)
);
create index familia_cuenta_ix on acceso.familia (cuenta_id);
create table acceso.intento (
  huella text not null,
  fallos int not null,
  espera_hasta timestamptz,
  ultimo_en timestamptz not null,
  constraint intento_pk primary key (huella)
);
create index intento_ultimo_ix on acceso.intento (ultimo_en);
create table acceso.refresco (
  sha256 text not null,
  familia_id uuid not null,
  vence_en timestamptz not null,
  usado_en timestamptz,
  constraint refresco_pk primary key (sha256)
);
create index refresco_familia_ix on acceso.refresco (familia_id);
create table captura.aviso_privacidad (
  id uuid not null,
  proceso_id uuid not null,
  version int not null,
  vigente_desde date not null,
  integral text not null,
  simplificado text not null,
  sha256 text not null,
  aprobacion jsonb not null,
  constraint aviso_privacidad_uq unique (proceso_id, version),
  constraint aviso_privacidad_pk primary key (id)
);
create table captura.acuerdo (
  id uuid not null,
  proceso_id uuid not null,
  numero text not null,
  fecha date not null,
  constraint acuerdo_numero_uq unique (proceso_id, numero),
  constraint acuerdo_pk primary key (id)
);
create table captura.actor_politico (
  id uuid not null,
  proceso_id uuid not null,
  clave text not null,
  nombre text not null,
  tipo text not null,
  figura text,
  color text,
  nota text,
  orden int not null,
  constraint actor_politico_clave_uq unique (proceso_id, clave),
  constraint actor_politico_pk primary key (id)
);
create table captura.cargo (
  id uuid not null,
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
  constraint cargo_clave_uq unique (proceso_id, clave),
  constraint cargo_pk primary key (id)
);
create table captura.demarcacion (
  id uuid not null,
  proceso_id uuid not null,
  clave text not null,
  tipo text not null,
  nombre text not null,
  regimen text,
  constraint demarcacion_clave_uq unique (proceso_id, clave),
  constraint demarcacion_pk primary key (id)
);
create table captura.contienda (
  id uuid not null,
  proceso_id uuid not null,
  clave text not null,
  cargo_id uuid not null,
  demarcacion_id uuid not null,
  lugares int not null,
  constraint contienda_clave_uq unique (proceso_id, clave),
  constraint contienda_pk primary key (id)
);
create table captura.proceso (
  id uuid not null,
  clave text not null,
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
  desfase_reloj bigint not null,
  constraint proceso_clave_uq unique (clave),
  constraint proceso_pk primary key (id)
);
create table captura.persona (
  id uuid not null,
  nombre text not null,
  primer_apellido text not null,
  segundo_apellido text,
  apodo text,
  sexo text not null,
  fecha_nacimiento date not null,
  constraint persona_pk primary key (id)
);
create table captura.postulacion (
  id uuid not null,
  contienda_id uuid not null,
  actor_id uuid not null,
  orden int not null,
  integrantes uuid[] not null,
  constraint postulacion_uq unique (contienda_id, actor_id),
  constraint postulacion_pk primary key (id)
);
create table captura.candidatura (
  id uuid not null,
  proceso_id uuid not null,
  clave text not null,
  postulacion_id uuid not null,
  persona_id uuid not null,
  responsable_id uuid not null,
  partido_origen_id uuid,
  numero int not null,
  calidad text not null,
  accion_afirmativa text,
  eleccion_consecutiva boolean not null,
  acuerdo_id uuid not null,
  estatus text not null,
  estatus_captura text not null,
  secciones_completas int not null,
  cuenta_entregada date not null,
  capturada_en timestamptz,
  validada_en timestamptz,
  verificada_en timestamptz,
  version int not null,
  constraint candidatura_clave_uq unique (proceso_id, clave),
  constraint candidatura_pk primary key (id)
);
create index candidatura_postulacion_ix on captura.candidatura (postulacion_id, numero, calidad);
create index candidatura_responsable_ix on captura.candidatura (responsable_id, estatus_captura);
create table captura.consentimiento (
  id uuid not null,
  candidatura_id uuid not null,
  aviso_id uuid not null,
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
  constraint consentimiento_pk primary key (id)
);
create index consentimiento_candidatura_ix on captura.consentimiento (candidatura_id, otorgado_en);
create table identidad.formato (
  id uuid not null,
  candidatura_id uuid not null,
  medio text not null,
  cifrado bytea not null,
  creado_en timestamptz not null,
  constraint formato_pk primary key (id)
);
create table captura.cuestionario (
  id uuid not null,
  proceso_id uuid not null,
  tipo text not null,
  version int not null,
  titulo text not null,
  vigente_desde date not null,
  schema jsonb not null,
  uischema jsonb not null,
  constraint cuestionario_uq unique (proceso_id, tipo, version),
  constraint cuestionario_pk primary key (id)
);
create table captura.envio (
  cuenta_id uuid not null,
  clave text not null,
  huella text not null,
  respuesta jsonb not null,
  creado_en timestamptz not null,
  constraint envio_pk primary key (cuenta_id, clave)
);
create table identidad.llave (
  candidatura_id uuid not null,
  kid text not null,
  envuelta bytea not null,
  constraint llave_pk primary key (candidatura_id)
);
create table captura.observacion (
  id uuid not null,
  candidatura_id uuid not null,
  cuestionario text not null,
  seccion text not null,
  supuesto text not null,
  texto text not null,
  creada_en timestamptz not null,
  creada_por uuid not null,
  cerrada_en timestamptz,
  constraint observacion_pk primary key (id)
);
create index observacion_candidatura_ix on captura.observacion (candidatura_id);
create table identidad.respuesta (
  candidatura_id uuid not null,
  pregunta text not null,
  cifrada bytea,
  verificada bytea,
  constraint respuesta_pk primary key (candidatura_id, pregunta)
);
create table captura.seccion (
  id uuid not null,
  candidatura_id uuid not null,
  cuestionario_id uuid not null,
  clave text not null,
  estatus text not null,
  version int not null,
  respuestas jsonb,
  guardada_en timestamptz,
  verificadas jsonb,
  verificada_en timestamptz,
  constraint seccion_uq unique (candidatura_id, cuestionario_id, clave),
  constraint seccion_pk primary key (id)
);
create table captura.fotografia (
  id uuid not null,
  candidatura_id uuid not null,
  sha256 text not null,
  texto_alternativo text not null,
  tomada_en date not null,
  guardada_en timestamptz not null,
  guardada_por uuid,
  verificada_en timestamptz,
  retirada_en timestamptz,
  constraint fotografia_pk primary key (id)
);
create unique index fotografia_vigente_uq on captura.fotografia (candidatura_id) where retirada_en IS NULL;
create table captura.imagen (
  sha256 text not null,
  chica bytea not null,
  media bytea not null,
  grande bytea not null,
  constraint imagen_pk primary key (sha256)
);
create table captura.importacion (
  id uuid not null,
  proceso_id uuid not null,
  archivo text not null,
  sha256 text not null,
  estatus text not null,
  filas jsonb not null,
  veredictos jsonb not null,
  resumen jsonb not null,
  creada_en timestamptz not null,
  creada_por uuid not null,
  cerrada_en timestamptz,
  constraint importacion_pk primary key (id)
);
create table captura.politica_publicacion (
  id uuid not null,
  proceso_id uuid not null,
  version int not null,
  vigente_desde date not null,
  campos jsonb not null,
  constraint politica_publicacion_uq unique (proceso_id, version),
  constraint politica_publicacion_pk primary key (id)
);
create table captura.publicacion_pendiente (
  candidatura_id uuid not null,
  desde timestamptz not null,
  constraint publicacion_pendiente_pk primary key (candidatura_id, desde)
);
alter table acceso.enlace add constraint enlace_cuenta_fk foreign key (cuenta_id) references acceso.cuenta(id) on DELETE CASCADE;
alter table acceso.familia add constraint familia_cuenta_fk foreign key (cuenta_id) references acceso.cuenta(id) on DELETE CASCADE;
alter table acceso.refresco add constraint refresco_familia_fk foreign key (familia_id) references acceso.familia(id) on DELETE CASCADE;
alter table captura.contienda add constraint contienda_cargo_fk foreign key (cargo_id) references captura.cargo(id);
alter table captura.contienda add constraint contienda_demarcacion_fk foreign key (demarcacion_id) references captura.demarcacion(id);
alter table captura.postulacion add constraint postulacion_contienda_fk foreign key (contienda_id) references captura.contienda(id);
alter table captura.postulacion add constraint postulacion_actor_fk foreign key (actor_id) references captura.actor_politico(id);
alter table captura.candidatura add constraint candidatura_postulacion_fk foreign key (postulacion_id) references captura.postulacion(id);
alter table captura.candidatura add constraint candidatura_persona_fk foreign key (persona_id) references captura.persona(id);
alter table captura.candidatura add constraint candidatura_responsable_fk foreign key (responsable_id) references captura.actor_politico(id);
alter table captura.candidatura add constraint candidatura_partido_origen_fk foreign key (partido_origen_id) references captura.actor_politico(id);
alter table captura.candidatura add constraint candidatura_acuerdo_fk foreign key (acuerdo_id) references captura.acuerdo(id);
alter table captura.consentimiento add constraint consentimiento_candidatura_fk foreign key (candidatura_id) references captura.candidatura(id) on DELETE CASCADE;
alter table captura.consentimiento add constraint consentimiento_aviso_fk foreign key (aviso_id) references captura.aviso_privacidad(id);
alter table captura.observacion add constraint observacion_candidatura_fk foreign key (candidatura_id) references captura.candidatura(id) on DELETE CASCADE;
alter table captura.seccion add constraint seccion_candidatura_fk foreign key (candidatura_id) references captura.candidatura(id) on DELETE CASCADE;
alter table captura.seccion add constraint seccion_cuestionario_fk foreign key (cuestionario_id) references captura.cuestionario(id);
alter table captura.fotografia add constraint fotografia_candidatura_fk foreign key (candidatura_id) references captura.candidatura(id) on DELETE CASCADE;
`
