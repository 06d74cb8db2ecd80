import { getMetadataStorage } from 'class-validator'
import { memoOf } from '@conoceles/domain/memo'

type Storage = ReturnType<typeof getMetadataStorage>
type Constraint = Parameters<Storage['addConstraintMetadata']>[0]

/**
 * Remembers what class-validator makes again and again. To be called before any field is declared.
 *
 * - Each field that is checked gets a class of its own, thousands in all: one is enough for all that check the same. The parameters of a
 * check (how long, which values) reach it with each value, so that its name says all of it.
 * - For each object that is judged, the rules of all classes are looked through and sorted by property.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage()
  shareChecks(storage)
  const find = storage.getTargetValidationMetadatas.bind(storage)
  const known = new Map<unknown, ReturnType<typeof find>>()
  storage.getTargetValidationMetadatas = (...asked) => {
    const [target] = asked
    const rules = known.get(target) ?? find(...asked)
    known.set(target, rules)
    return rules
  }
  storage.groupByPropertyName = memoOf(storage.groupByPropertyName.bind(storage))
}

function shareChecks(storage: Storage): void {
  const keep = storage.addConstraintMetadata.bind(storage)
  const declare = storage.addValidationMetadata.bind(storage)
  const kept = new Map<string, Constraint>()
  let newest: Constraint | null = null
  // A class is told first, then the field that it was made for.
  storage.addConstraintMetadata = (constraint) => void (newest = constraint)
  storage.addValidationMetadata = (rule) => {
    if (newest && rule.constraintCls === newest.target) {
      const shared = kept.get(newest.name) ?? newest
      if (shared === newest) keep(newest)
      kept.set(newest.name, shared)
      rule.constraintCls = shared.target
    }
    declare(rule)
  }
}
