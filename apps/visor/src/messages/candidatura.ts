import own from './es-MX/candidatura.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
