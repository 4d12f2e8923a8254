import { getMessages } from 'next-intl/server'
import { DescribeForm } from '#components/organisers/paper/DescribeForm.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import type { Organiser } from '#lib/access/organiser.ts'
import { languages } from '#lib/content/languages.ts'
import type { PaperBatch } from '#lib/database/types.ts'
import { PAPER_FIELDS } from '#lib/paper/columns.ts'
import { PROVENANCE, type ProvenanceField } from '#lib/paper/describe-batch.ts'
import { consentReader } from '#lib/paper/guess-columns.ts'
import { readSample } from '#lib/paper/read-batch.ts'
import { type Messages, readMessages } from '#lib/text/messages.ts'
import { describeBatchAction, discardBatchAction } from '../actions.ts'
import { HeadingChoice } from './heading-choice.tsx'

type DescribeStepProps = {
  locale: string
  organiser: Organiser
  batch: PaperBatch
  query: Record<string, string | string[] | undefined>
}

/** What the columns hold, where the signatures come from: as kept, or as typed and refused. */
export async function DescribeStep({ locale, organiser, batch, query }: DescribeStepProps) {
  const [messages, sample] = await Promise.all([
    getMessages({ locale }),
    readSample(organiser, batch.id),
  ])
  const words: Messages['organisers']['paper'] = messages.organisers.paper
  const isConsent = consentReader()
  const typedColumns = query.column === undefined ? batch.columns : [query.column].flat()
  return (
    <DescribeForm
      heading={<HeadingChoice locale={locale} batch={batch} />}
      id={batch.id}
      action={describeBatchAction.bind(null, locale)}
      discard={discardBatchAction.bind(null, locale)}
      columns={batch.header.map((title, index) => ({
        id: `column-${index}`,
        title: title || `${index + 1}`,
        hint: [
          isConsent(title) && words.columns.consent,
          sample.flatMap(({ cells }) => cells[index] || []).join(' · '),
        ]
          .filter(Boolean)
          .join(' '),
        chosen: typedColumns[index] ?? '',
      }))}
      fields={PAPER_FIELDS.map(code => ({ code, name: words.columns.fields[code] }))}
      columnError={wordFor(words.columns.faults, query.columnFault)}
      provenance={PROVENANCE.map(field => ({
        field,
        ...provenanceField(field, batch, query, words),
      }))}
      countsWithoutAddress={
        query.withoutAddress === undefined
          ? batch.countsWithoutAddress
          : query.withoutAddress === 'on'
      }
      allPublic={query.allPublic === undefined ? batch.allPublic : query.allPublic === 'on'}
      languages={languages().map(code => ({
        value: code,
        label: readMessages(code).site.languageName,
      }))}
      locale={typeof query.letterLocale === 'string' ? query.letterLocale : batch.locale}
      words={words}
    />
  )
}

function provenanceField(
  field: ProvenanceField,
  batch: PaperBatch,
  query: DescribeStepProps['query'],
  words: Messages['organisers']['paper'],
) {
  const typed = query[field]
  const { faults } = words.provenance
  const fault = query[`${field}Fault`]
  return {
    value: typeof typed === 'string' ? typed : batch[field],
    error: fault === undefined ? undefined : (wordFor(faults, fault) ?? faults.invalid),
  }
}
