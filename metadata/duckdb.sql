-- The tables as views over the CSV files. Run in the package's folder: .read metadata/duckdb.sql
-- Made from the models in schemas/; not edited by hand. The columns of a view are named here, by
-- position; a file with another header is refused.

SELECT CASE WHEN starts_with(content, 'post_id,title,text,text_status,archive_start,post_type,note_count,language,word_count,sha256,about,not_before,not_before_sentence_id' || chr(10)) THEN 'posts'
    ELSE error('the header of data/posts.csv is not as described') END AS "table"
FROM read_text('data/posts.csv');
CREATE OR REPLACE VIEW "posts" AS
SELECT * FROM read_csv('data/posts.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'post_id': 'VARCHAR',
    'title': 'VARCHAR',
    'text': 'VARCHAR',
    'text_status': 'VARCHAR',
    'archive_start': 'BIGINT',
    'post_type': 'VARCHAR',
    'note_count': 'BIGINT',
    'language': 'VARCHAR',
    'word_count': 'BIGINT',
    'sha256': 'VARCHAR',
    'about': 'VARCHAR',
    'not_before': 'VARCHAR',
    'not_before_sentence_id': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'claim_id,post_id,sentence_id,char_start,char_end,quote,statement,reading,claim_type,mode,theme,target,target_country,stance,stance_override_reason,presupposed,part_of_claim_id,attribution,attribution_sentence_id,period,period_words,period_sentence_id,place,place_sentence_id' || chr(10)) THEN 'claims'
    ELSE error('the header of data/claims.csv is not as described') END AS "table"
FROM read_text('data/claims.csv');
CREATE OR REPLACE VIEW "claims" AS
SELECT * FROM read_csv('data/claims.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'claim_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'sentence_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR',
    'statement': 'VARCHAR',
    'reading': 'VARCHAR',
    'claim_type': 'VARCHAR',
    'mode': 'VARCHAR',
    'theme': 'VARCHAR',
    'target': 'VARCHAR',
    'target_country': 'VARCHAR',
    'stance': 'VARCHAR',
    'stance_override_reason': 'VARCHAR',
    'presupposed': 'VARCHAR',
    'part_of_claim_id': 'VARCHAR',
    'attribution': 'VARCHAR',
    'attribution_sentence_id': 'VARCHAR',
    'period': 'VARCHAR',
    'period_words': 'VARCHAR',
    'period_sentence_id': 'VARCHAR',
    'place': 'VARCHAR',
    'place_sentence_id': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'operation_id,name,name_zh,name_zh_basis,name_zh_source_id,operation_type,description,period,place,evidence_claim_id,identity_note,identity_source_id' || chr(10)) THEN 'operations'
    ELSE error('the header of data/operations.csv is not as described') END AS "table"
FROM read_text('data/operations.csv');
CREATE OR REPLACE VIEW "operations" AS
SELECT * FROM read_csv('data/operations.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'operation_id': 'VARCHAR',
    'name': 'VARCHAR',
    'name_zh': 'VARCHAR',
    'name_zh_basis': 'VARCHAR',
    'name_zh_source_id': 'VARCHAR',
    'operation_type': 'VARCHAR',
    'description': 'VARCHAR',
    'period': 'VARCHAR',
    'place': 'VARCHAR',
    'evidence_claim_id': 'VARCHAR',
    'identity_note': 'VARCHAR',
    'identity_source_id': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'figure_id,post_id,claim_id,sentence_id,char_start,char_end,quote,indicator_id,figure_role,direction,value,value_high,qualifier,unit,per,value_base,value_high_base,base,base_figure_id,part_of_figure_id,condition,substance,population,population_sentence_id,place,place_sentence_id,period,period_words,period_sentence_id,period_start,period_end,attribution,attribution_sentence_id,override_reason' || chr(10)) THEN 'figures'
    ELSE error('the header of data/figures.csv is not as described') END AS "table"
FROM read_text('data/figures.csv');
CREATE OR REPLACE VIEW "figures" AS
SELECT * FROM read_csv('data/figures.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'figure_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'claim_id': 'VARCHAR',
    'sentence_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR',
    'indicator_id': 'VARCHAR',
    'figure_role': 'VARCHAR',
    'direction': 'VARCHAR',
    'value': 'DOUBLE',
    'value_high': 'DOUBLE',
    'qualifier': 'VARCHAR',
    'unit': 'VARCHAR',
    'per': 'VARCHAR',
    'value_base': 'DOUBLE',
    'value_high_base': 'DOUBLE',
    'base': 'VARCHAR',
    'base_figure_id': 'VARCHAR',
    'part_of_figure_id': 'VARCHAR',
    'condition': 'VARCHAR',
    'substance': 'VARCHAR',
    'population': 'VARCHAR',
    'population_sentence_id': 'VARCHAR',
    'place': 'VARCHAR',
    'place_sentence_id': 'VARCHAR',
    'period': 'VARCHAR',
    'period_words': 'VARCHAR',
    'period_sentence_id': 'VARCHAR',
    'period_start': 'DATE',
    'period_end': 'DATE',
    'attribution': 'VARCHAR',
    'attribution_sentence_id': 'VARCHAR',
    'override_reason': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'sentence_id,post_id,paragraph,char_start,char_end,quote,sentence_role' || chr(10)) THEN 'sentences'
    ELSE error('the header of data/evidence/sentences.csv is not as described') END AS "table"
FROM read_text('data/evidence/sentences.csv');
CREATE OR REPLACE VIEW "sentences" AS
SELECT * FROM read_csv('data/evidence/sentences.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'sentence_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'paragraph': 'BIGINT',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR',
    'sentence_role': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'remainder_id,post_id,sentence_id,char_start,char_end,quote,reason,note' || chr(10)) THEN 'remainders'
    ELSE error('the header of data/evidence/remainders.csv is not as described') END AS "table"
FROM read_text('data/evidence/remainders.csv');
CREATE OR REPLACE VIEW "remainders" AS
SELECT * FROM read_csv('data/evidence/remainders.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'remainder_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'sentence_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR',
    'reason': 'VARCHAR',
    'note': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'numeral_id,post_id,sentence_id,char_start,char_end,quote,numeral_type,value,disposition,figure_id' || chr(10)) THEN 'numerals'
    ELSE error('the header of data/evidence/numerals.csv is not as described') END AS "table"
FROM read_text('data/evidence/numerals.csv');
CREATE OR REPLACE VIEW "numerals" AS
SELECT * FROM read_csv('data/evidence/numerals.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'numeral_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'sentence_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR',
    'numeral_type': 'VARCHAR',
    'value': 'DOUBLE',
    'disposition': 'VARCHAR',
    'figure_id': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'mention_id,post_id,sentence_id,char_start,char_end,quote,operation_id,identity' || chr(10)) THEN 'operation_mentions'
    ELSE error('the header of data/evidence/operation_mentions.csv is not as described') END AS "table"
FROM read_text('data/evidence/operation_mentions.csv');
CREATE OR REPLACE VIEW "operation_mentions" AS
SELECT * FROM read_csv('data/evidence/operation_mentions.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'mention_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'sentence_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR',
    'operation_id': 'VARCHAR',
    'identity': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'entity_mention_id,post_id,sentence_id,char_start,char_end,quote,entity_id' || chr(10)) THEN 'entity_mentions'
    ELSE error('the header of data/evidence/entity_mentions.csv is not as described') END AS "table"
FROM read_text('data/evidence/entity_mentions.csv');
CREATE OR REPLACE VIEW "entity_mentions" AS
SELECT * FROM read_csv('data/evidence/entity_mentions.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'entity_mention_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'sentence_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR',
    'entity_id': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'phrase_id,post_id,sentence_id,char_start,char_end,quote,phrase_type' || chr(10)) THEN 'phrases'
    ELSE error('the header of data/evidence/phrases.csv is not as described') END AS "table"
FROM read_text('data/evidence/phrases.csv');
CREATE OR REPLACE VIEW "phrases" AS
SELECT * FROM read_csv('data/evidence/phrases.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'phrase_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'sentence_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR',
    'phrase_type': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'evaluation_id,post_id,sentence_id,char_start,char_end,quote,evaluative_word_id,polarity,target,target_country,voice' || chr(10)) THEN 'evaluations'
    ELSE error('the header of data/evidence/evaluations.csv is not as described') END AS "table"
FROM read_text('data/evidence/evaluations.csv');
CREATE OR REPLACE VIEW "evaluations" AS
SELECT * FROM read_csv('data/evidence/evaluations.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'evaluation_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'sentence_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR',
    'evaluative_word_id': 'VARCHAR',
    'polarity': 'VARCHAR',
    'target': 'VARCHAR',
    'target_country': 'VARCHAR',
    'voice': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'sentence_id,talking_point_id,post_id,char_start,char_end,quote,voice,target,target_country' || chr(10)) THEN 'talking_point_mentions'
    ELSE error('the header of data/evidence/talking_point_mentions.csv is not as described') END AS "table"
FROM read_text('data/evidence/talking_point_mentions.csv');
CREATE OR REPLACE VIEW "talking_point_mentions" AS
SELECT * FROM read_csv('data/evidence/talking_point_mentions.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'sentence_id': 'VARCHAR',
    'talking_point_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR',
    'voice': 'VARCHAR',
    'target': 'VARCHAR',
    'target_country': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'unit_id,field,table,row_id,post_id,char_start,char_end,second_start,second_end,coded_by,first_value,second_value' || chr(10)) THEN 'codings'
    ELSE error('the header of data/evidence/codings.csv is not as described') END AS "table"
FROM read_text('data/evidence/codings.csv');
CREATE OR REPLACE VIEW "codings" AS
SELECT * FROM read_csv('data/evidence/codings.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'unit_id': 'VARCHAR',
    'field': 'VARCHAR',
    'table': 'VARCHAR',
    'row_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'second_start': 'BIGINT',
    'second_end': 'BIGINT',
    'coded_by': 'VARCHAR',
    'first_value': 'VARCHAR',
    'second_value': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'agreement_id,unit_type,field,about,first_count,second_count,matched_count,precision,recall,f1,agreement,alpha,low,high' || chr(10)) THEN 'coding_agreement'
    ELSE error('the header of data/evidence/coding_agreement.csv is not as described') END AS "table"
FROM read_text('data/evidence/coding_agreement.csv');
CREATE OR REPLACE VIEW "coding_agreement" AS
SELECT * FROM read_csv('data/evidence/coding_agreement.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'agreement_id': 'VARCHAR',
    'unit_type': 'VARCHAR',
    'field': 'VARCHAR',
    'about': 'VARCHAR',
    'first_count': 'BIGINT',
    'second_count': 'BIGINT',
    'matched_count': 'BIGINT',
    'precision': 'DOUBLE',
    'recall': 'DOUBLE',
    'f1': 'DOUBLE',
    'agreement': 'DOUBLE',
    'alpha': 'DOUBLE',
    'low': 'DOUBLE',
    'high': 'DOUBLE'
});

SELECT CASE WHEN starts_with(content, 'review,table,row_id,reader,reader_name,read_on,review_verdict,column,correction,remark,answer,answer_reason' || chr(10)) THEN 'row_reviews'
    ELSE error('the header of data/evidence/row_reviews.csv is not as described') END AS "table"
FROM read_text('data/evidence/row_reviews.csv');
CREATE OR REPLACE VIEW "row_reviews" AS
SELECT * FROM read_csv('data/evidence/row_reviews.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'review': 'VARCHAR',
    'table': 'VARCHAR',
    'row_id': 'VARCHAR',
    'reader': 'VARCHAR',
    'reader_name': 'VARCHAR',
    'read_on': 'DATE',
    'review_verdict': 'VARCHAR',
    'column': 'VARCHAR',
    'correction': 'VARCHAR',
    'remark': 'VARCHAR',
    'answer': 'VARCHAR',
    'answer_reason': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'claim_id,operation_id' || chr(10)) THEN 'claim_operations'
    ELSE error('the header of data/links/claim_operations.csv is not as described') END AS "table"
FROM read_text('data/links/claim_operations.csv');
CREATE OR REPLACE VIEW "claim_operations" AS
SELECT * FROM read_csv('data/links/claim_operations.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'claim_id': 'VARCHAR',
    'operation_id': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'operation_id,entity_id,party_role,claim_id' || chr(10)) THEN 'operation_parties'
    ELSE error('the header of data/links/operation_parties.csv is not as described') END AS "table"
FROM read_text('data/links/operation_parties.csv');
CREATE OR REPLACE VIEW "operation_parties" AS
SELECT * FROM read_csv('data/links/operation_parties.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'operation_id': 'VARCHAR',
    'entity_id': 'VARCHAR',
    'party_role': 'VARCHAR',
    'claim_id': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'proposition_id,text,basis_claim_id' || chr(10)) THEN 'propositions'
    ELSE error('the header of data/links/propositions.csv is not as described') END AS "table"
FROM read_text('data/links/propositions.csv');
CREATE OR REPLACE VIEW "propositions" AS
SELECT * FROM read_csv('data/links/propositions.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'proposition_id': 'VARCHAR',
    'text': 'VARCHAR',
    'basis_claim_id': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'claim_id,proposition_id,actor,items,purpose,value,unit,period,place' || chr(10)) THEN 'claim_propositions'
    ELSE error('the header of data/links/claim_propositions.csv is not as described') END AS "table"
FROM read_text('data/links/claim_propositions.csv');
CREATE OR REPLACE VIEW "claim_propositions" AS
SELECT * FROM read_csv('data/links/claim_propositions.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'claim_id': 'VARCHAR',
    'proposition_id': 'VARCHAR',
    'actor': 'VARCHAR',
    'items': 'VARCHAR',
    'purpose': 'VARCHAR',
    'value': 'VARCHAR',
    'unit': 'VARCHAR',
    'period': 'VARCHAR',
    'place': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'talking_point_id,text,talking_point_type,narrative,definition,rival,question,examples,near_misses' || chr(10)) THEN 'talking_points'
    ELSE error('the header of data/links/talking_points.csv is not as described') END AS "table"
FROM read_text('data/links/talking_points.csv');
CREATE OR REPLACE VIEW "talking_points" AS
SELECT * FROM read_csv('data/links/talking_points.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'talking_point_id': 'VARCHAR',
    'text': 'VARCHAR',
    'talking_point_type': 'VARCHAR',
    'narrative': 'VARCHAR',
    'definition': 'VARCHAR',
    'rival': 'VARCHAR',
    'question': 'VARCHAR',
    'examples': 'VARCHAR',
    'near_misses': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'passage_id,post_id,sentence_id,char_start,char_end,quote,word_count' || chr(10)) THEN 'shared_passages'
    ELSE error('the header of data/links/shared_passages.csv is not as described') END AS "table"
FROM read_text('data/links/shared_passages.csv');
CREATE OR REPLACE VIEW "shared_passages" AS
SELECT * FROM read_csv('data/links/shared_passages.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'passage_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'sentence_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR',
    'word_count': 'BIGINT'
});

SELECT CASE WHEN starts_with(content, 'check_id,check_type,outcome,found_by,finding,formula,computation,basis,reference_check_id,confidence' || chr(10)) THEN 'consistency_checks'
    ELSE error('the header of data/links/consistency_checks.csv is not as described') END AS "table"
FROM read_text('data/links/consistency_checks.csv');
CREATE OR REPLACE VIEW "consistency_checks" AS
SELECT * FROM read_csv('data/links/consistency_checks.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'check_id': 'VARCHAR',
    'check_type': 'VARCHAR',
    'outcome': 'VARCHAR',
    'found_by': 'VARCHAR',
    'finding': 'VARCHAR',
    'formula': 'VARCHAR',
    'computation': 'VARCHAR',
    'basis': 'VARCHAR',
    'reference_check_id': 'VARCHAR',
    'confidence': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'check_id,item_number,item_role,figure_id,claim_id,mention_id,sentence_id,post_id,char_start,char_end,quote' || chr(10)) THEN 'consistency_items'
    ELSE error('the header of data/links/consistency_items.csv is not as described') END AS "table"
FROM read_text('data/links/consistency_items.csv');
CREATE OR REPLACE VIEW "consistency_items" AS
SELECT * FROM read_csv('data/links/consistency_items.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'check_id': 'VARCHAR',
    'item_number': 'BIGINT',
    'item_role': 'VARCHAR',
    'figure_id': 'VARCHAR',
    'claim_id': 'VARCHAR',
    'mention_id': 'VARCHAR',
    'sentence_id': 'VARCHAR',
    'post_id': 'VARCHAR',
    'char_start': 'BIGINT',
    'char_end': 'BIGINT',
    'quote': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'check_id,figure_id,claim_id,mention_id,source_id,searched_on,query,value_as_printed,source_value,source_value_high,source_qualifier,source_unit,source_population,source_period,count_status,verdict,value_agreement,qualifier_agreement,unit_agreement,period_agreement,scope_agreement,name_agreement,not_compared_reason,agreement_reason,independence,derivation,confidence,note' || chr(10)) THEN 'reference_checks'
    ELSE error('the header of data/links/reference_checks.csv is not as described') END AS "table"
FROM read_text('data/links/reference_checks.csv');
CREATE OR REPLACE VIEW "reference_checks" AS
SELECT * FROM read_csv('data/links/reference_checks.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'check_id': 'VARCHAR',
    'figure_id': 'VARCHAR',
    'claim_id': 'VARCHAR',
    'mention_id': 'VARCHAR',
    'source_id': 'VARCHAR',
    'searched_on': 'VARCHAR',
    'query': 'VARCHAR',
    'value_as_printed': 'VARCHAR',
    'source_value': 'DOUBLE',
    'source_value_high': 'DOUBLE',
    'source_qualifier': 'VARCHAR',
    'source_unit': 'VARCHAR',
    'source_population': 'VARCHAR',
    'source_period': 'VARCHAR',
    'count_status': 'VARCHAR',
    'verdict': 'VARCHAR',
    'value_agreement': 'VARCHAR',
    'qualifier_agreement': 'VARCHAR',
    'unit_agreement': 'VARCHAR',
    'period_agreement': 'VARCHAR',
    'scope_agreement': 'VARCHAR',
    'name_agreement': 'VARCHAR',
    'not_compared_reason': 'VARCHAR',
    'agreement_reason': 'VARCHAR',
    'independence': 'VARCHAR',
    'derivation': 'VARCHAR',
    'confidence': 'VARCHAR',
    'note': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'claim_id,conclusion,justification,not_checkable_reason,conclusion_reason' || chr(10)) THEN 'claim_reviews'
    ELSE error('the header of data/links/claim_reviews.csv is not as described') END AS "table"
FROM read_text('data/links/claim_reviews.csv');
CREATE OR REPLACE VIEW "claim_reviews" AS
SELECT * FROM read_csv('data/links/claim_reviews.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'claim_id': 'VARCHAR',
    'conclusion': 'VARCHAR',
    'justification': 'VARCHAR',
    'not_checkable_reason': 'VARCHAR',
    'conclusion_reason': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'list,code,label,definition' || chr(10)) THEN 'codes'
    ELSE error('the header of data/codes/codes.csv is not as described') END AS "table"
FROM read_text('data/codes/codes.csv');
CREATE OR REPLACE VIEW "codes" AS
SELECT * FROM read_csv('data/codes/codes.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'list': 'VARCHAR',
    'code': 'VARCHAR',
    'label': 'VARCHAR',
    'definition': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'unit,label,definition,quantity_kind,base_unit,factor' || chr(10)) THEN 'units'
    ELSE error('the header of data/codes/units.csv is not as described') END AS "table"
FROM read_text('data/codes/units.csv');
CREATE OR REPLACE VIEW "units" AS
SELECT * FROM read_csv('data/codes/units.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'unit': 'VARCHAR',
    'label': 'VARCHAR',
    'definition': 'VARCHAR',
    'quantity_kind': 'VARCHAR',
    'base_unit': 'VARCHAR',
    'factor': 'DOUBLE'
});

SELECT CASE WHEN starts_with(content, 'indicator_id,label,definition,measure,quantity_kind' || chr(10)) THEN 'indicators'
    ELSE error('the header of data/codes/indicators.csv is not as described') END AS "table"
FROM read_text('data/codes/indicators.csv');
CREATE OR REPLACE VIEW "indicators" AS
SELECT * FROM read_csv('data/codes/indicators.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'indicator_id': 'VARCHAR',
    'label': 'VARCHAR',
    'definition': 'VARCHAR',
    'measure': 'VARCHAR',
    'quantity_kind': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'entity_id,name,name_basis,name_source_id,name_zh,name_zh_basis,name_zh_source_id,entity_type,description' || chr(10)) THEN 'entities'
    ELSE error('the header of data/codes/entities.csv is not as described') END AS "table"
FROM read_text('data/codes/entities.csv');
CREATE OR REPLACE VIEW "entities" AS
SELECT * FROM read_csv('data/codes/entities.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'entity_id': 'VARCHAR',
    'name': 'VARCHAR',
    'name_basis': 'VARCHAR',
    'name_source_id': 'VARCHAR',
    'name_zh': 'VARCHAR',
    'name_zh_basis': 'VARCHAR',
    'name_zh_source_id': 'VARCHAR',
    'entity_type': 'VARCHAR',
    'description': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'source_id,publisher,title,title_en,published,language,source_type,address,locator,searched_on,query,read_on,read_as,retrievable' || chr(10)) THEN 'published_sources'
    ELSE error('the header of data/codes/published_sources.csv is not as described') END AS "table"
FROM read_text('data/codes/published_sources.csv');
CREATE OR REPLACE VIEW "published_sources" AS
SELECT * FROM read_csv('data/codes/published_sources.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'source_id': 'VARCHAR',
    'publisher': 'VARCHAR',
    'title': 'VARCHAR',
    'title_en': 'VARCHAR',
    'published': 'VARCHAR',
    'language': 'VARCHAR',
    'source_type': 'VARCHAR',
    'address': 'VARCHAR',
    'locator': 'VARCHAR',
    'searched_on': 'VARCHAR',
    'query': 'VARCHAR',
    'read_on': 'DATE',
    'read_as': 'VARCHAR',
    'retrievable': 'VARCHAR'
});

SELECT CASE WHEN starts_with(content, 'evaluative_word_id,polarity,forms,sense,counts,does_not_count' || chr(10)) THEN 'evaluative_words'
    ELSE error('the header of data/codes/evaluative_words.csv is not as described') END AS "table"
FROM read_text('data/codes/evaluative_words.csv');
CREATE OR REPLACE VIEW "evaluative_words" AS
SELECT * FROM read_csv('data/codes/evaluative_words.csv', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\n', nullstr = '', columns = {
    'evaluative_word_id': 'VARCHAR',
    'polarity': 'VARCHAR',
    'forms': 'VARCHAR',
    'sense': 'VARCHAR',
    'counts': 'VARCHAR',
    'does_not_count': 'VARCHAR'
});
