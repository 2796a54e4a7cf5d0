(** Means: any E that is linear, and what is known of it at products of random numbers.

    Random numbers are elements of a commutative algebra over the ring of numbers, in
    which a number a stands as a%:A, and the mean of each is a number.  The lemmas of
    this file take E (x * t * d) apart by the form of x: what is random in the end stands
    in d, in the order of names, and a hypothesis says what the mean of that is.        *)

From mathcomp Require Import all_ssreflect ssralg ssrint matrix mxalgebra zmodp.
From kernel Require Import sums notions reading.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

Section Mean.
Variables (R : comUnitRingType) (A : comUnitAlgType R) (E : A -> R).
Variables (Ls : seq (seq nat -> R)) (Ss : seq nat).
Local Notation "env |= e" := (value (letter_of Ls) (size_of Ss) env e) (at level 50).

Definition mean_at x t d := E (x * t * d).

Lemma mean_start env e x : env |= e = mean_at x 1 1 -> env |= e = E x.
Proof. by rewrite /mean_at !mulr1. Qed.
Lemma mean_as env e x y t d : x = y -> env |= e = mean_at y t d -> env |= e = mean_at x t d.
Proof. by move=> ->. Qed.
Lemma mean_times env e x y t d :
  env |= e = mean_at x (y * t) d -> env |= e = mean_at (x * y) t d.
Proof. by rewrite /mean_at mulrA. Qed.
Lemma mean_next env e x y t d d' : x * d = d' ->
  env |= e = mean_at y t d' -> env |= e = mean_at x (y * t) d.
Proof. by rewrite /mean_at => <- ->; rewrite mulrCA -mulrA. Qed.
Lemma mean_last env e x d d' : x * d = d' -> env |= e = E d' -> env |= e = mean_at x 1 d.
Proof. by rewrite /mean_at mulr1 => ->. Qed.
Lemma mean_skip env e y t d : env |= e = mean_at y t d -> env |= e = mean_at 1 (y * t) d.
Proof. by rewrite /mean_at mul1r. Qed.
Lemma mean_done env e d : env |= e = E d -> env |= e = mean_at 1 1 d.
Proof. by rewrite /mean_at !mul1r. Qed.

Hypothesis add : forall x y, E (x + y) = E x + E y.
Hypothesis scale : forall a x, E (a *: x) = a * E x.

Lemma mean_0 : E 0 = 0.
Proof. by rewrite -[X in E X](scale0r (0 : A)) scale mul0r. Qed.
Lemma mean_zero env t d : env |= Const 0 = mean_at 0 t d.
Proof. by rewrite /mean_at !mul0r mean_0. Qed.
Lemma mean_plus env e e' x y t d : env |= e = mean_at x t d -> env |= e' = mean_at y t d ->
  env |= Plus e e' = mean_at (x + y) t d.
Proof. by rewrite /mean_at !mulrDl add /= => -> ->. Qed.
Lemma mean_minus env e x t d : env |= e = mean_at x t d -> env |= Minus e = mean_at (- x) t d.
Proof. by rewrite /mean_at /= => ->; rewrite -scaleN1r -!scalerAl scale mulN1r. Qed.
Lemma mean_scaled env e e' a x t d : env |= e = a -> env |= e' = mean_at x t d ->
  env |= Times e e' = mean_at (a *: x) t d.
Proof. by rewrite /mean_at /= => -> ->; rewrite -!scalerAl scale. Qed.
Lemma mean_sum env e n (F : 'I_n -> A) t d :
  env |= e = \sum_i mean_at (F i) t d -> env |= e = mean_at (\sum_i F i) t d.
Proof.
by rewrite /mean_at => ->; rewrite !big_distrl /=; elim/big_rec2: _ => [|i x y _ ->];
   [rewrite mean_0 | rewrite add].
Qed.
End Mean.

(** Where x goes among factors that stand in the order of names.                        *)
Ltac head x := lazymatch x with fun_of_matrix ?M _ _ => M | ?f _ => f | _ => x end.
Ltac named_later x y :=
  match goal with h : _ |- _ => first [constr_eq h x; idtac | constr_eq h y; fail 2] end.
Ltac put_in x d k :=
  lazymatch d with
  | ?y * ?d' =>
      let h := head x in let h' := head y in
      tryif (assert_fails (constr_eq h h'); named_later h h')
      then put_in x d' ltac:(fun p => k constr:(etrans (mulrCA x y d') (congr1 ( *%R y) p)))
      else k constr:(erefl (x * d))
  | _ => k constr:(erefl (x * d))
  end.

(** Factors of one name before those of another.                                        *)
Ltac grouped d k :=
  lazymatch d with
  | ?x * 1 => k x
  | ?x * (?y * 1) => k (x * y)
  | ?x * (?y * (?z * 1)) =>
      let h := head x in let h' := head y in
      tryif constr_eq h h' then k (x * y * z) else k (x * (y * z))
  | ?x * (?y * (?z * (?w * 1))) =>
      let h := head x in let h' := head y in let h'' := head z in
      tryif constr_eq h h'
      then (tryif constr_eq h' h'' then k (x * y * z * w) else k (x * y * (z * w)))
      else k (x * (y * z * w))
  end.

(** What is known of the mean of a product.                                             *)
Ltac known_mean E k :=
  match goal with H : ?T |- _ =>
    lazymatch T with
    | forall x y, E (x + y) = _ => fail
    | forall a x, E (a *: x) = _ => fail
    | context [E] => first
        [ refine (read_as H _) | refine (read_as (H _) _) | refine (read_as (H _ _) _)
        | refine (read_as (H _ _ _) _) | refine (read_as (H _ _ _ _) _) ]; k
    end
  end.

Ltac mean_of_product k :=
  lazymatch goal with |- _ = ?E ?d =>
    lazymatch d with
    | 1 => known_mean E k
    | _ => grouped d ltac:(fun c =>
        refine (read_as (congr1 E (_ : d = c)) _); [by rewrite ?mulr1 ?mulrA | known_mean E k])
    end
  end.

(** A goal [env |= ?e = mean_at E x t d]; k reads what is no mean.                       *)
Ltac mean_leaf k :=
  lazymatch goal with
  | |- _ = mean_at ?E ?x 1 ?d => put_in x d ltac:(fun p => refine (mean_last p _)); mean_of_product k
  | |- _ = mean_at ?E ?x _ ?d => put_in x d ltac:(fun p => refine (mean_next p _)); k
  end.
Ltac mean_entry k M :=
  tryif is_var M then mean_leaf k
  else (refine (mean_as _ _); [first [rewrite mxE; reflexivity | rewrite /sure mxE; reflexivity] | k]).
Ltac mean add scale k :=
  cbv beta;
  lazymatch goal with |- _ = mean_at ?E ?x ?t ?d =>
  lazymatch x with
  | ?a + ?b => refine (mean_plus add _ _); k
  | - ?a => refine (mean_minus scale _); k
  | ?a * ?b => refine (mean_times _); k
  | ?a *: ?b => refine (mean_scaled scale _ _); k
  | 0 => exact: (mean_zero scale)
  | 1 => lazymatch t with
         | 1 => refine (mean_done _); mean_of_product k
         | _ => refine (mean_skip _); k
         end
  | ?a ^+ S ?n => refine (mean_as (exprS a n) _); k
  | ?a ^+ 0 => refine (mean_as (expr0 a) _); k
  | dot ?a ?b => refine (mean_as (erefl : dot a b = \sum_i \sum_j a i j * b i j) _); k
  | sqn ?a => refine (mean_as (erefl : sqn a = \sum_i \sum_j a i j * a i j) _); k
  | BigOp.bigop _ _ _ => refine (mean_sum add scale _); k
  | fun_of_matrix ?M _ _ => mean_entry k M
  | _ => mean_leaf k
  end end.
