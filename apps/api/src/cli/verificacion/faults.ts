export { ContradictionError, DivergenceError, UnreadableError } from '@conoceles/domain'
