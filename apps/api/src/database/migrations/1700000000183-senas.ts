import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Files of the videos in Lengua de Señas Mexicana that came with the pack: the publisher makes them public as they are. */
export class Senas1700000000183 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table captura.archivo_senas')
  }
}

const TABLE = `
create table captura.archivo_senas (
  proceso_id uuid not null,
  ruta text not null,
  medio text not null,
  contenido bytea not null,
  constraint archivo_senas_pk primary key (proceso_id, ruta),
  constraint archivo_senas_proceso_fk foreign key (proceso_id) references captura.proceso(id)
);
alter table captura.archivo_senas alter column contenido set storage external;
alter table captura.archivo_senas owner to conoceles_dueno;
grant select on captura.archivo_senas to conoceles_publicador;
`
