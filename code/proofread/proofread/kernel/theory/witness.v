(** Witnesses: the hypotheses of a theorem hold somewhere, so that it is not empty.

    A goal says that there are sizes, rational numbers, matrices and functions of which
    all hypotheses hold.  [witness] offers a few simple ones, and computes.            *)

From mathcomp Require Import all_ssreflect ssralg ssrnum ssrint rat matrix mxalgebra zmodp.
From kernel Require Import notions.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

Notation Q := [comUnitRingType of rat].

(** The first, the second, ... of a range.                                            *)
Lemma all_of_2 (P : 'I_2 -> Prop) : P ord0 -> P (lift ord0 ord0) -> forall i, P i.
Proof.
move=> p0 p1 [[|[|//]] lt]; first by rewrite (_ : Ordinal lt = ord0) //; apply: val_inj.
by rewrite (_ : Ordinal lt = lift ord0 ord0) //; apply: val_inj.
Qed.
Lemma all_of_1 (P : 'I_1 -> Prop) : P ord0 -> forall i, P i.
Proof. by move=> p0 i; rewrite (ord1 i). Qed.
Lemma all_of_3 (P : 'I_3 -> Prop) :
  P ord0 -> P (lift ord0 ord0) -> P (lift ord0 (lift ord0 ord0)) -> forall i, P i.
Proof.
move=> p0 p1 p2 [[|[|[|//]]] lt].
- by rewrite (_ : Ordinal lt = ord0) //; apply: val_inj.
- by rewrite (_ : Ordinal lt = lift ord0 ord0) //; apply: val_inj.
by rewrite (_ : Ordinal lt = lift ord0 (lift ord0 ord0)) //; apply: val_inj.
Qed.

Ltac places := try (apply: all_of_1; places); try (apply: all_of_2; places); try (apply: all_of_3; places).

(** An equation of numbers that are written out.                                      *)
Ltac computed :=
  rewrite /dot /sqn /had /diag /diagonal /rows ?trmx1 ?mulmx1 ?mul1mx;
  rewrite ?mxE; repeat (rewrite !big_ord_recl !big_ord0 || rewrite !mxE); rewrite /=;
  try done; vm_compute; done.

Ltac holds :=
  cbv beta; intros;
  first
  [ done
  | exact: unitmx1
  | by rewrite ?det1 unitr1
  | by rewrite ?mul0r ?scale0r ?addr0 ?mulr1 ?mul1r ?add0r ?trmx1 ?mulmx1 ?mul1mx ?unitmx1
  | by rewrite unitfE; computed
  | by rewrite unitmxE ?det_mx11 unitfE; computed
  | by apply/matrixP; places; computed
  | computed ].

(** Sizes are n; matrices are the identity where they can be, else c everywhere;
    numbers are x, y, z, x, ... in turn; functions are f everywhere, or what they take. *)
Ltac values n c x y z f :=
  lazymatch goal with
  | |- exists _ : nat, _ => exists n; values n c x y z f
  | |- exists _ : 'I__, _ => exists ord0; values n c x y z f
  | |- exists v, v = _ /\ _ => eexists; split; [reflexivity | values n c x y z f]
  | |- exists _ : matrix _ _ _, _ =>
      first [exists (1%:M) | exists (const_mx c)]; values n c x y z f
  | |- exists _ : _ -> _, _ =>
      first [ exists f | exists (fun=> c) | exists (fun _ _ => c) | exists (fun=> 1%:M)
            | exists (fun=> const_mx 0)]; values n c x y z f
  | |- exists _, _ => exists x; values n c y z x f
  | |- _ => idtac
  end.

Ltac holds_with n c x y z f :=
  solve [values n c x y z f; repeat (split; [solve [holds] |]); holds].

Ltac witness :=
  first
  [ holds_with 1%N (1 : rat) (2 : rat) (2 : rat) (2 : rat) (fun _ : rat => 1 : rat)
  | holds_with 1%N (1 : rat) (0 : rat) (1 : rat) (0 : rat) (@id rat)
  | holds_with 1%N (1 : rat) (1 : rat) (3 : rat) (2 : rat) (fun _ : rat => 1 : rat)
  | holds_with 2%N (2^-1 : rat) (2 : rat) (2 : rat) (2 : rat) (fun _ : rat => 1 : rat)
  | holds_with 2%N (1 : rat) (1 : rat) (1 : rat) (1 : rat) (fun _ : rat => 1 : rat)
  | holds_with 2%N (2^-1 : rat) (2 : rat) (2 : rat) (2 : rat) (fun _ : rat => 0 : rat)].
