import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The kind of a sesión may change while nobody convened it: from then on its papers bear it. */
export class ClaseDeSesion1700000000247 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of SENTENCIAS) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const SENTENCIAS = [
  'grant update (tipo) on captura.sesion to conoceles_instituto',
  `create trigger sesion_tipo_fijo before update on captura.sesion for each row
    when ((old.convocatoria is not null or old.estatus = 'celebrada') and new.tipo is distinct from old.tipo)
    execute function captura.sesion_numero_fijo()`,
]
